// Shows what needs a script, and says in the page what the browser said when it used no passkey.
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  const form = document.getElementById('passkey-form');
  if (form && window.PublicKeyCredential) form.hidden = false;
});
document.addEventListener('allauth.error', (event) => {
  const problem = document.getElementById('passkey-problem');
  if (!problem) return;
  event.preventDefault();
  const told = event.detail.exception;
  problem.textContent = told.name === 'NotAllowedError'
    ? 'No passkey was used: you or your device said no, or it took too long.'
    : told.name === 'SecurityError'
      ? 'Passkeys work only where this site has a name of its own, such as localhost or docket.agency.example.'
      : told.name === 'InvalidStateError'
        ? 'This device has a passkey for your account.'
        : `No passkey was used: ${told.message}`;
  problem.hidden = false;
});
