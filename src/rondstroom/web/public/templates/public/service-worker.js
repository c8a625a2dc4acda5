{% load i18n static %}// Without network: a page that says so. With news: a knock that says only that. Keeps nobody's pages.
"use strict";
const PAGE = "{% url 'public:offline' %}";
const FILES = [PAGE, "{% static 'components/rondstroom.css' %}", "{% static 'components/icon.svg' %}"];
const SHELF = FILES.join();
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name !== SHELF).map((name) => caches.delete(name)))));
});
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !(event.request.mode === "navigate" || FILES.includes(new URL(event.request.url).pathname))) return;
  event.respondWith(fetch(event.request).catch(() => caches.match(event.request.mode === "navigate" ? PAGE : event.request)));
});
self.addEventListener("push", (event) => {
  event.waitUntil(self.registration.showNotification("Rondstroom", {
    body: "{% filter escapejs %}{% translate 'Er is nieuws voor je.' %}{% endfilter %}",
    tag: "news", icon: "{% static 'components/icon-192.png' %}" }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("{% url 'inbox:inbox' %}"));
});
