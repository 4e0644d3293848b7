/* Put into a frame before anything in it is tried out: nothing leaves the page from then on, and window.__a11ycheckHeld
   is told what would have. Kinds: "hash", "navigated", "submitted", "left" (a page that does not hold its form back
   itself), "window", "dialog", "sent", "state", "played". */
(() => {
  if (window.__a11ycheckHeld) return;
  const held = { note: () => undefined };
  Object.defineProperty(window, "__a11ycheckHeld", { value: held });
  const holdBack = (owner, name, kinds, answer) => {
    if (!owner || typeof owner[name] !== "function") return;
    try {
      owner[name] = function () { kinds.forEach((kind) => held.note(kind)); return answer(); };
    } catch { /* the page has locked it */ }
  };
  const never = () => new Promise(() => {});
  const nothing = () => undefined;
  if (window.navigation) {
    navigation.addEventListener("navigate", (event) => {
      if (event.destination.sameDocument) {
        if (new URL(event.destination.url).hash) held.note("hash");
        return;
      }
      held.note(event.formData ? "submitted" : "navigated");
      held.note("left");
      if (event.cancelable) event.preventDefault();
    });
  }
  for (const name of ["pushState", "replaceState"]) holdBack(history, name, ["state"], nothing);
  holdBack(window, "open", ["window"], () => null);
  holdBack(window, "fetch", ["sent"], never);
  holdBack(window, "print", ["dialog"], nothing);
  holdBack(window, "alert", ["dialog"], nothing);
  holdBack(window, "confirm", ["dialog"], () => false);
  holdBack(window, "prompt", ["dialog"], () => null);
  holdBack(navigator, "sendBeacon", ["sent"], () => true);
  holdBack(XMLHttpRequest.prototype, "send", ["sent"], nothing);
  holdBack(WebSocket.prototype, "send", ["sent"], nothing);
  holdBack(HTMLFormElement.prototype, "submit", ["submitted", "left"], nothing);
  window.addEventListener("submit", () => held.note("submitted"), true);
  window.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) held.note("left");
    event.preventDefault();
  });
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { held.note("played"); return play.call(this); };
})();
