// Asks the browser where it can be reached, and hands that in with the form on the page.
"use strict";
const form = document.querySelector("form[data-push-key]");
if (form && "serviceWorker" in navigator && "PushManager" in window) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.endpoint.value) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      const worker = await navigator.serviceWorker.ready;
      const options = { userVisibleOnly: true, applicationServerKey: form.dataset.pushKey };
      form.endpoint.value = (await worker.pushManager.subscribe(options)).endpoint;
      form.requestSubmit();
    } catch {
      document.getElementById("push-refused").hidden = false;
    }
  }, true);
}
