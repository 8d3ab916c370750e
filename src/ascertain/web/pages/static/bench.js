// Keys for whoever weighs many claims; everything they do can be done without them. None fires while somebody types.
const typing = (place) => place instanceof HTMLElement && (place.isContentEditable || /^(TEXTAREA|SELECT)$/.test(place.tagName) || (place.tagName === "INPUT" && !/^(radio|checkbox|submit)$/.test(place.type)));
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const place = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
  if (!place) return;
  event.preventDefault();
  if (place.tagName === "DETAILS") {
    place.open = !place.open;
    if (place.open) place.querySelector("summary").focus();
  } else if (place.tagName === "INPUT") {
    place.checked = true;
    if (place.dataset.unfold) document.getElementById(place.dataset.unfold).open = true;
    document.getElementById(place.dataset.then).focus();
  } else {
    place.click();
  }
});
