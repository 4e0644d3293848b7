/* Put into each document before its own scripts: keeps a list of what they let happen again and again, so that time need
   not be waited for. Timers do what they always do. */
(() => {
  if (window.__a11ycheckTimers) return;
  const timers = new Map();
  let running = 0;
  const comesBack = (action) => {
    const source = typeof action === "function" && action.name ? Function.prototype.toString.call(action) : "";
    return source.length < 20_000 && source.includes("setTimeout") && source.includes(action.name, source.indexOf("{"));
  };
  const watched = (name, repeats) => new Proxy(window[name], {
    apply(target, self, given) {
      const [action, delay, ...more] = given;
      if (typeof action !== "function") return Reflect.apply(target, self, given);
      const again = repeats || running > 0 || comesBack(action);
      let id = 0;
      const run = function (...told) {
        if (!repeats) timers.delete(id);
        running++;
        try {
          return Reflect.apply(action, this, told);
        } finally {
          running--;
        }
      };
      id = Reflect.apply(target, self, [run, delay, ...more]);
      if (again && timers.size < 500) timers.set(id, { id, run, repeats, action, delay: Number(delay) || 0, more });
      return id;
    },
  });
  const ended = (name) => new Proxy(window[name], {
    apply(target, self, given) {
      timers.delete(given[0]);
      return Reflect.apply(target, self, given);
    },
  });
  const own = { clearTimeout: window.clearTimeout };
  for (const [name, value] of [
    ["setInterval", watched("setInterval", true)], ["setTimeout", watched("setTimeout", false)],
    ["clearInterval", ended("clearInterval")], ["clearTimeout", ended("clearTimeout")],
  ]) window[name] = value;
  Object.defineProperty(window, "__a11ycheckTimers", { value: { timers, own } });
})();
