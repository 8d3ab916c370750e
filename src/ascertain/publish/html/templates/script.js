// Reading needs none of this. A link into a folded part unfolds it, and a printout has everything unfolded.
const unfold = (place) => {
  for (let each = place; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
};
const follow = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place && place.closest("details")) { unfold(place); place.scrollIntoView(); }
};
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => document.querySelectorAll("details.prints").forEach((each) => { each.open = true; }));
follow();
// On a narrow screen a timeline begins at the day asked about.
document.querySelectorAll(".scroll .day-line").forEach((line) => {
  const box = line.closest(".scroll");
  box.scrollLeft += line.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2;
});
