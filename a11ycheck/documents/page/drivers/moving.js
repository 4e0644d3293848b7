/* What moves or changes in this document by itself: animations that go on, and what timers do when their time comes. The
   timers that before.js lists are set off now, as often as they would be in `seconds`, instead of being waited for. */
async ({ seconds, shortest, longestDelay, mostTimers, most, longest, patience }) => {
  const path = window.__a11ycheckPath;
  const words = (element) => (element.innerText || "").trim().replace(/\s+/g, " ").slice(0, longest);
  const visible = (element) =>
    element.isConnected && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const inWindow = innerWidth * innerHeight || 1;
  const area = (element) => {
    const rect = element.getBoundingClientRect();
    const across = Math.min(rect.right + scrollX, innerWidth) - Math.max(rect.left + scrollX, 0);
    return rect.height > 0 && across > 0 ? Math.min(1, (across * rect.height) / inWindow) : 0;
  };
  const WAITS = "[aria-busy=true], [role=progressbar], progress, [role=status], [role=alert]";
  const moving = new Map();
  const MOVES = /^(?:transform|translate|rotate|scale|left|right|top|bottom|margin|inset|offset|background-?position|width|height|text-?indent)/i;
  const NO_STYLES = new Set(["offset", "computedOffset", "easing", "composite"]);
  const differs = (frames, name) => new Set(frames.map((frame) => frame[name]).filter((value) => value !== undefined)).size > 1;
  const sheer = (frames) => frames.some((frame) => Number(frame.opacity) <= 0.3 || frame.visibility === "hidden");
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition || animation.playState !== "running" || !animation.effect) continue;
    // What goes with scrolling is moved by the reader.
    if (animation.timeline !== document.timeline) continue;
    const element = animation.effect.target;
    const timing = animation.effect.getComputedTiming();
    if (!element || !(element instanceof HTMLElement) || timing.endTime <= seconds * 1000 || moving.size >= most) continue;
    if (!visible(element) || element.closest(WAITS) || moving.has(element)) continue;
    const frames = animation.effect.getKeyframes();
    const names = [...new Set(frames.flatMap(Object.keys))].filter((name) => !NO_STYLES.has(name) && differs(frames, name));
    const kind = names.some((name) => MOVES.test(name)) ? "moves" :
      names.some((name) => name === "opacity" || name === "visibility") && sheer(frames) ? "blinks" : "";
    const size = area(element);
    if (!kind || !size) continue;
    moving.set(element, {
      path: path(element), kind, period: Number(timing.duration) / 1000 || 0,
      text: animation.effect.pseudoElement ? "" : words(element), area: size,
    });
  }
  const changing = new Map();
  const kept = window.__a11ycheckTimers;
  const listed = kept ? [...kept.timers.values()] : [];
  const due = listed.filter((timer) => timer.delay >= shortest && timer.delay <= longestDelay).slice(0, mostTimers);
  const scrolled = [scrollX, scrollY];
  // Clocks are to see time pass as well.
  const OwnDate = window.Date;
  let ahead = 0;
  const later = () => OwnDate.now() + ahead;
  if (due.length) {
    window.Date = new Proxy(OwnDate, {
      construct: (target, given, made) => Reflect.construct(target, given.length ? given : [later()], made),
      apply: () => new OwnDate(later()).toString(),
      get: (target, name) => (name === "now" ? later : Reflect.get(target, name)),
    });
  }
  // Frameworks that draw a moment later have drawn when this message comes.
  const channel = new MessageChannel();
  const drawn = () => new Promise((done) => {
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  for (const first of due) {
    const began = performance.now();
    const times = Math.max(2, Math.ceil((seconds * 1000) / first.delay) + 1);
    const texts = new Map();
    const switched = new Map();
    let last = null;
    let timer = first;
    let round = 0;
    const noted = [];
    const watch = new MutationObserver((records) => noted.push(...records));
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, characterDataOldValue: true,
      attributeFilter: ["class", "style", "hidden", "src", "aria-hidden"] });
    for (; round < times && timer && performance.now() - began < patience; round++) {
      ahead += first.delay;
      if (!timer.repeats) kept.own.clearTimeout.call(window, timer.id);
      try {
        timer.run.apply(window, timer.more);
      } catch {
        break;
      }
      await drawn();
      noted.push(...watch.takeRecords());
      last = new Set();
      for (const record of noted.splice(0)) {
        const element = record.target.nodeType === 1 ? record.target : record.target.parentElement;
        if (!element || !element.isConnected) continue;
        if (record.type === "attributes") {
          const rect = element.getBoundingClientRect();
          const state = `${rect.left} ${rect.top} ${rect.width} ${rect.height} ${visible(element)} ${element.currentSrc || ""}`;
          const had = switched.get(element);
          const runs = element.getAnimations().some((one) => one instanceof CSSTransition &&
            !/color|shadow|outline|border/.test(one.transitionProperty));
          switched.set(element, { state, changes: (had ? had.changes : 0) + ((had && had.state !== state) || runs ? 1 : 0) });
        } else if (visible(element)) {
          const said = words(element);
          const had = texts.get(element);
          if (!had) {
            const before = record.type === "characterData" ? record.oldValue :
              [...record.removedNodes].map((node) => node.textContent).join("");
            texts.set(element, { said, first: String(before || said).trim().slice(0, longest), changes: before !== said ? 1 : 0 });
          } else if (had.said !== said) {
            had.changes += 1;
            had.said = said;
          }
          last.add(element);
        }
      }
      // What sets itself anew has another timer each time.
      timer = first.repeats
        ? [...kept.timers.values()].find((one) => one === first)
        : [...kept.timers.values()].find((one) => one.action === first.action);
    }
    watch.disconnect();
    if (!timer || !last || round < times) continue;
    for (const [element, told] of texts) {
      // The text is still being set after all that time, and has not been the same throughout.
      if (last.has(element) && told.changes && element.innerText?.trim() && !element.closest(WAITS) && changing.size < most) {
        changing.set(element, { path: path(element), seconds: first.delay / 1000, text: told.first, last: told.said });
      }
    }
    for (const [element, told] of switched) {
      const size = visible(element) ? area(element) : 0;
      if (told.changes >= 2 && size && !texts.has(element) && !moving.has(element) && moving.size < most &&
          !element.closest(WAITS) && element !== document.documentElement && element !== document.body) {
        moving.set(element, { path: path(element), kind: "switches", period: first.delay / 1000, text: words(element), area: size });
      }
    }
  }
  channel.port1.close();
  window.Date = OwnDate;
  if (due.length) scrollTo({ left: scrolled[0], top: scrolled[1], behavior: "instant" });
  // Where one changing element stands in another, the inner one is meant.
  const inner = (found) => [...found].filter(([element]) =>
    ![...found.keys()].some((other) => other !== element && element.contains(other)));
  const alone = (element) => (document.body.innerText || "").trim() === (element.innerText || "").trim();
  return {
    changing: inner(changing).filter(([element]) => !alone(element)).map(([, told]) => told),
    moving: inner(moving).filter(([element]) => element.parentElement).map(([, told]) => told),
  };
}
