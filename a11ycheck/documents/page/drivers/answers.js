/* Finds what a page may show in answer to pointer, focus, a press or typing, and looks at what it does show. Everything it
   offers is in window.__a11ycheckAnswers. What is held back is hold_back.js's. */
(() => {
  if (window.__a11ycheckAnswers) return;
  const path = window.__a11ycheckPath;
  const find = window.__a11ycheckFind;
  const answers = {};
  Object.defineProperty(window, "__a11ycheckAnswers", { value: answers });
  const MOST_TEXTS = 5_000;
  const MOST_RULES = 20_000;
  const LONGEST = 200;
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])";
  const roots = () => {
    const found = [document];
    for (let at = 0; at < found.length && found.length < 200; at++) {
      for (const element of found[at].querySelectorAll("*")) if (element.shadowRoot) found.push(element.shadowRoot);
    }
    return found;
  };
  const all = (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)]);
  const above = (element) => {
    if (element.assignedSlot) return element.assignedSlot;
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const holderOf = (text) => text.parentElement || text.getRootNode().host;
  const holds = (outer, inner) => { for (let at = inner.nodeType === 1 ? inner : holderOf(inner); at; at = above(at)) if (at === outer) return true; return false; };
  const plain = (text) => text.trim().replace(/\s+/g, " ");
  const shown = (element) => {
    const rect = element.getBoundingClientRect();
    return rect.width > 2 && rect.height > 2 && rect.right + scrollX > 0 && rect.bottom + scrollY > 0 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const active = () => {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    return element && element !== document.body && element !== document.documentElement ? element : null;
  };
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const until = async (met, longest) => {
    for (let end = performance.now() + longest; performance.now() < end && !met();) await pause(20);
    return met();
  };

  /* What scripts listen for, as far as answers.heard has been told: names of events by element. */
  const heard = new Map();
  answers.heard = (node, names) => { heard.set(node, names); };
  const hears = (element, wanted) => {
    for (let at = element; at; at = above(at)) if ((heard.get(at) || []).some((name) => wanted.includes(name))) return true;
    return (heard.get(document) || []).some((name) => wanted.includes(name));
  };

  /* The texts that are seen now, and all elements that hold any. */
  const look = () => {
    const texts = new Map();
    const stood = new Set();
    const said = new Set();
    const seen = new Map();
    for (const root of roots()) {
      const walker = document.createTreeWalker(root === document ? document.body || root : root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && texts.size < MOST_TEXTS) {
        const node = walker.currentNode;
        if (!node.data.trim()) continue;
        const holder = node.parentElement || root.host;
        if (!seen.has(holder)) seen.set(holder, !/^(script|style|noscript|template|option|textarea)$/.test(holder.localName) && shown(holder));
        if (!seen.get(holder)) continue;
        texts.set(node, node.data);
        said.add(plain(node.data));
        for (let at = holder; at && !stood.has(at); at = above(at)) stood.add(at);
      }
    }
    return { texts, stood, said };
  };
  let was = null;
  const fresh = () => [...look().texts.keys()].filter((node) => was.texts.get(node) !== node.data && !was.said.has(plain(node.data)));

  /* Style rules that show one thing while another is pointed at or has focus. */
  const SHOWS = ["display", "visibility", "opacity", "clip", "clip-path", "height", "max-height", "width", "max-width", "transform",
    "scale", "translate", "left", "top", "right", "bottom", "content"];
  const compounds = (selector) => {
    const parts = [""];
    let depth = 0;
    for (const sign of selector) {
      if ("([".includes(sign)) depth++;
      if (")]".includes(sign)) depth--;
      parts[parts.length - 1] += sign;
      if (!depth && /[\s>+~]/.test(sign)) parts.push("");
    }
    return parts;
  };
  const split = (list) => {
    const parts = [""];
    let depth = 0;
    for (const sign of list) {
      if (sign === "(") depth++;
      if (sign === ")") depth--;
      if (!depth && sign === ",") parts.push("");
      else parts[parts.length - 1] += sign;
    }
    return parts;
  };
  const STATE = /:(?:hover|focus(?:-visible|-within)?)(?![-\w])/;
  const STATES = new RegExp(STATE.source, "g");
  const answering = function* () {
    let looked = 0;
    for (const root of roots()) {
      const waiting = [...root.styleSheets, ...root.adoptedStyleSheets];
      while (waiting.length && looked < MOST_RULES) {
        let rules = [];
        try { rules = waiting.pop().cssRules || []; } catch { continue; }
        for (const rule of rules) {
          looked++;
          if (rule.styleSheet) waiting.push(rule.styleSheet);
          if (rule.cssRules && rule.cssRules.length) waiting.push(rule);
          const list = rule.selectorText;
          if (!list || list.includes("&") || !STATE.test(list) || !SHOWS.some((name) => rule.style.getPropertyValue(name))) continue;
          for (const selector of split(list)) {
            if (!STATE.test(selector) || /:not\([^)]*:(?:hover|focus)/.test(selector)) continue;
            const parts = compounds(selector);
            const last = parts.findLastIndex((part) => STATE.test(part));
            const pseudo = /::?(before|after)\s*$/.exec(selector);
            if (last === parts.length - 1 && !pseudo) continue;
            const trigger = parts.slice(0, last + 1).join("").replace(STATES, "").replace(/::?(?:before|after)\s*$/, "").replace(/[\s>+~]+$/, "");
            const target = selector.replace(STATES, "").replace(/::?(?:before|after)\s*$/, "");
            yield { root, trigger: trigger.trim(), target: target.trim(), pseudo: pseudo ? pseudo[1] : "" };
          }
        }
      }
    }
  };
  const written = (element, pseudo) => {
    const style = getComputedStyle(element, `::${pseudo}`);
    if (/^(none|normal)$/.test(style.content) || style.display === "none" || style.visibility !== "visible" || Number(style.opacity) === 0) return "";
    return plain(style.content.replace(/attr\(\s*([-\w]+)[^)]*\)/g, (_, name) => `"${element.getAttribute(name) || ""}"`).replace(/["\\]/g, ""));
  };
  const POINTED = ["mouseenter", "mouseover", "pointerenter", "pointerover"];
  const TIPS = "[data-tooltip], [data-tip], [data-bs-toggle=tooltip], [data-toggle=tooltip], [data-tippy-content], [data-tooltip-content], " +
    "[data-bs-toggle=popover][data-bs-trigger*=hover]";
  const LARGEST = 0.5;
  const make = (element) => `${element.localName}.${element.getAttribute("class") || ""}`;
  const describes = (element) => (element.getAttribute("aria-describedby") || "").split(/\s+/).slice(0, 5)
    .map((name) => element.getRootNode().getElementById(name)).some((other) => other && other.getAttribute("role") === "tooltip" && !shown(other));

  /* What may show something while it is pointed at or has focus, one of each make. */
  answers.pointed = async (most) => {
    if (active()) {
      active().blur();
      await pause(50);
    }
    // Something that had focus just now may still be fading.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    const found = new Map();
    const add = (element, key) => { if (!found.has(key) && found.size < most) found.set(key, element); };
    const hidden = new Map();
    for (const { root, trigger, target, pseudo } of answering()) {
      if (found.size >= most) break;
      try {
        if (pseudo) {
          const one = target === trigger && [...root.querySelectorAll(trigger)].slice(0, 200).find((each) => shown(each) && !written(each, pseudo));
          if (one) add(one, make(one));
          continue;
        }
        const there = [...root.querySelectorAll(target)].slice(0, 200).find((each) => {
          if (!hidden.has(each)) hidden.set(each, !shown(each) && plain(each.textContent) !== "");
          return hidden.get(each);
        });
        if (!there) continue;
        // What the rule shows stands in its trigger or after it.
        let near = there;
        while (near && !near.matches(trigger) && ![...(above(near)?.children || [])].some((each) => each !== near && each.matches(trigger) && shown(each))) near = above(near);
        if (!near) continue;
        const one = near.matches(trigger) ? near : [...above(near).children].find((each) => each !== near && each.matches(trigger) && shown(each));
        if (shown(one)) add(one, make(one));
      } catch { continue; }
    }
    const area = innerWidth * innerHeight;
    const small = (element) => { const rect = element.getBoundingClientRect(); return rect.width * rect.height < LARGEST * area; };
    for (const [node, names] of heard) {
      if (node instanceof Element && node !== document.body && node !== document.documentElement && POINTED.some((name) => names.includes(name)) && shown(node) && small(node)) add(node, make(node));
    }
    if (heard.size) {
      for (const element of all(`${TIPS}, [aria-describedby]`)) {
        if (shown(element) && (element.matches(TIPS) || describes(element)) && hears(element, [...POINTED, "focus", "focusin"])) add(element, make(element));
      }
    }
    return [...found.values()].map(path);
  };

  /* Pointing */

  let trigger = null;
  let texts = new Set();
  let pseudos = [];
  const PSEUDOS = ["before", "after"];
  const inside = (element) => [element, ...element.querySelectorAll("*")].slice(0, 20);
  const writtenNow = () => inside(trigger).flatMap((each) => PSEUDOS.map((pseudo) => [each, pseudo, written(each, pseudo)])).filter(([, , text]) => text);
  let stoodWritten = new Set();
  const WORD = /\p{L}{2}/u;
  /* A point on it; null where it is not to be seen. */
  answers.aim = (way) => {
    trigger = find(way);
    if (!trigger || !shown(trigger)) return null;
    trigger.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    was = look();
    stoodWritten = new Set(writtenNow().map(([, , text]) => text));
    texts = new Set();
    pseudos = [];
    for (const rect of trigger.getClientRects()) {
      for (const share of [0.5, 0.2, 0.8]) {
        const [x, y] = [rect.left + rect.width * share, rect.top + rect.height / 2];
        const hit = trigger.getRootNode().elementFromPoint(x, y);
        if (hit && holds(trigger, hit)) return { x, y };
      }
    }
    return null;
  };
  let part = null;
  const tops = (nodes) => {
    const found = new Map();
    for (const node of nodes) {
      let top = holderOf(node);
      while (above(top) && above(top) !== document.body && !was.stood.has(above(top)) && !holds(above(top), trigger)) top = above(top);
      found.set(top, [...(found.get(top) || []), node]);
    }
    return found;
  };
  const PARTS = "dialog, [role=dialog], [role=alertdialog]";
  const positioned = (element) => {
    for (let at = element; at && at !== document.body; at = above(at)) {
      if (/^(absolute|fixed)$/.test(getComputedStyle(at).position)) return true;
      if (was.stood.has(at)) return false;
    }
    return false;
  };
  const alpha = (colour) => { const found = /^rgba?\([^)]*?(?:,\s*[\d.]+){2}(?:,\s*([\d.]+))?\)$/.exec(colour); return found ? Number(found[1] ?? 1) : 1; };
  const paints = (element) => [element, ...element.querySelectorAll("*")].slice(0, 5).some((each) => {
    const style = getComputedStyle(each);
    return alpha(style.backgroundColor) >= 0.5 || style.backgroundImage !== "none";
  });
  /* Text of the page that lies beneath it. */
  const beneath = (element) => {
    const rect = element.getBoundingClientRect();
    if (!positioned(element) || !paints(element)) return "";
    for (const node of was.texts.keys()) {
      const holder = node.isConnected ? holderOf(node) : null;
      if (!holder || holds(element, holder) || holds(trigger, holder) || !shown(holder)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const [left, right] = [Math.max(line.left, rect.left), Math.min(line.right, rect.right)];
        const [top, bottom] = [Math.max(line.top, rect.top), Math.min(line.bottom, rect.bottom)];
        if (right - left < 8 || bottom - top < 8) continue;
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (hit && (holds(element, hit) || getComputedStyle(element).pointerEvents === "none")) return plain(node.data).slice(0, 60);
      }
    }
    return "";
  };
  const present = () => (part ? fresh().some((node) => texts.has(plain(node.data))) :
    pseudos.some(([element, pseudo, text]) => element.isConnected && written(element, pseudo) === text));
  answers.gone = (longest) => until(() => !present(), longest);
  answers.back = (longest) => until(present, longest);
  /* The point of a box that lies nearest to the trigger, where it is that box that is hit. */
  const nearest = (element) => {
    const [rect, from] = [element.getBoundingClientRect(), trigger.getBoundingClientRect()];
    const inset = Math.min(4, rect.width / 3, rect.height / 3);
    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
    const x = clamp((from.left + from.right) / 2, rect.left + inset, rect.right - inset);
    const y = clamp((from.top + from.bottom) / 2, rect.top + inset, rect.bottom - inset);
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
    const over = (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    if (over(from)) return null;
    const hit = document.elementFromPoint(x, y);
    return (hit && holds(element, hit)) || getComputedStyle(element).pointerEvents === "none" ? { x, y } : null;
  };
  /* What has appeared since aim(); null where nothing has. */
  answers.opened = async (longest) => {
    const appeared = () => fresh().length > 0 || writtenNow().some(([, , text]) => !stoodWritten.has(text));
    if (!(await until(appeared, longest))) return null;
    const found = [...tops(fresh())].filter(([top, nodes]) =>
      !was.stood.has(top) && !holds(top, trigger) && !top.closest(PARTS) && nodes.some((node) => WORD.test(node.data)));
    const length = (nodes) => nodes.reduce((sum, node) => sum + node.data.length, 0);
    found.sort((one, other) => length(other[1]) - length(one[1]));
    if (!found.length) {
      part = null;
      pseudos = writtenNow().filter(([, , text]) => !stoodWritten.has(text) && WORD.test(text));
      if (!pseudos.length) return null;
      const [element, pseudo, text] = pseudos[0];
      return { part: "", text: text.slice(0, LONGEST), beneath: "", point: null,
        untouchable: getComputedStyle(element, `::${pseudo}`).pointerEvents === "none" };
    }
    const nodes = found[0][1];
    part = found[0][0];
    texts = new Set(nodes.map((node) => plain(node.data)));
    return { part: path(part), text: [...texts].join(" ").slice(0, LONGEST), beneath: beneath(part),
      point: nearest(part), untouchable: false };
  };
  const stopsAt = () => {
    const within = [...trigger.querySelectorAll(FOCUSABLE)].filter((each) => shown(each) && !(part && holds(part, each)));
    return trigger.closest(FOCUSABLE) ? [trigger.closest(FOCUSABLE)] : within.slice(0, 3);
  };
  /* Gives focus to the trigger or what stands in or around it: null where nothing there takes it, else whether the same
     is shown then. */
  answers.focused = async (longest) => {
    const stops = stopsAt();
    if (!stops.length) return null;
    for (const stop of stops) {
      stop.focus({ preventScroll: true });
      if (await until(present, longest)) return true;
    }
    return false;
  };
  answers.take = () => {
    const stop = stopsAt()[0];
    if (!stop) return false;
    stop.focus({ preventScroll: true });
    return active() === stop;
  };
  answers.unfocus = () => active()?.blur();

  /* Pressing and typing */

  const ACTION = /^(?:lägg till|lägg i|sök|filtrera|visa (?:resultat|träffar|urval)|skicka|spara|kopiera|sortera|uppdatera|anmäl|prenumerera|ta bort|rensa|gilla|rösta|boka|reservera|tillämpa|använd|räkna|kontrollera|add|search|find|filter|apply|show results|submit|send|save|copy|sort|update|sign ?up|register|subscribe|remove|clear|like|vote|book|reserve|calculate|check|legg til|søk|filtrer|lagre|kopier|sorter|oppdater|meld (?:deg|dig) på|abonner|fjern|nullstill|tilføj|søg|gem|opdater|tilmeld|nulstil|lisää|hae|etsi|suodata|lähetä|tallenna|kopioi|järjestä|päivitä|ilmoittaudu|tilaa|poista|tyhjennä|hinzufügen|suchen?|filtern|anwenden|senden|absenden|speichern|kopieren|sortieren|aktualisieren|anmelden|abonnieren|entfernen|löschen|ajouter|rechercher|chercher|filtrer|appliquer|envoyer|enregistrer|copier|trier|mettre à jour|s.inscrire|s.abonner|supprimer|effacer|añadir|agregar|buscar|filtrar|aplicar|enviar|guardar|copiar|ordenar|actualizar|inscribirse|suscribirse|eliminar|borrar)\b/i;
  const SEARCHES = /\b(?:sök|search|filter|filtrera|find|hitta|søk|søg|hae|etsi|suche|suchen|rechercher?|chercher|buscar?)\b/i;
  const OPENS = "[aria-expanded], [aria-haspopup], [role=tab], [role=switch], [popovertarget], [commandfor], [data-bs-toggle], [data-toggle], " +
    "[type=reset], :disabled, [aria-disabled=true]";
  const ELSEWHERE = "dialog, [role=dialog], [role=alertdialog], [popover], nav, [role=navigation], [role=menu], [role=tablist], [role=toolbar], [role=listbox], details > summary, [inert]";
  const named = (element) => plain(element.getAttribute("aria-label") || element.innerText || element.value || element.title || "");
  const usable = (button) => shown(button) && !button.matches(OPENS) && !button.closest(ELSEWHERE);
  const submitting = (form) => [...form.elements].find((each) => /^(button|input)$/.test(each.localName) && each.type === "submit" && usable(each));
  const WRITING = "input:not([type]), input[type=text], input[type=search]";
  const CLICKS = ["click", "mousedown", "mouseup", "pointerdown", "pointerup"];
  const TYPES = ["input", "keyup", "keydown", "keypress", "change"];

  /* Forms, buttons and fields to try out, by the path of what is pressed or written in. */
  answers.tried = ({ forms, buttons, fields }) => {
    const found = [];
    const told = new Set();
    const add = (kind, element, most) => {
      if (told.has(element) || found.filter((one) => one.kind === kind).length >= most) return;
      told.add(element);
      found.push({ kind, path: path(element) });
    };
    for (const field of all(WRITING)) {
      const label = `${field.type === "search" || field.closest("search, [role=search]") ? "search " : ""}${field.getAttribute("aria-label") || ""} ${field.labels?.[0]?.textContent || ""} ${field.placeholder}`;
      if (shown(field) && !field.disabled && !field.readOnly && !field.matches("[role=combobox], [aria-autocomplete], [list]") && SEARCHES.test(label) &&
          hears(field, TYPES) && !field.closest("dialog, [role=dialog], [popover]")) add("field", field, fields);
    }
    for (const form of all("form")) {
      const button = submitting(form);
      if (button && (hears(form, ["submit"]) || hears(button, CLICKS))) add("form", button, forms);
    }
    const makes = new Set();
    for (const button of all("button, input[type=button], [role=button]")) {
      if (button.form && button.type === "submit") continue;
      if (!usable(button) || !ACTION.test(named(button)) || !hears(button, CLICKS) || makes.has(make(button) + named(button))) continue;
      makes.add(make(button) + named(button));
      add("button", button, buttons);
    }
    return found;
  };

  const LIVE = new Set(["status", "alert", "log", "progressbar"]);
  const isLive = (element) => {
    const said = (element.getAttribute("aria-live") || "").trim().toLowerCase();
    if (said === "polite" || said === "assertive") return true;
    if (said === "off") return false;
    const role = (element.getAttribute("role") || "").trim().toLowerCase().split(/\s+/)[0];
    return LIVE.has(role) || (!role && element.localName === "output");
  };
  const inLive = (element) => { for (let at = element; at; at = above(at)) if (isLive(at)) return true; return false; };
  const regions = () => new Map(all("[aria-live], [role], output").filter(isLive).map((element) =>
    [element, element.checkVisibility({ visibilityProperty: true }) ? plain(element.textContent) : ""]));
  let spokenBefore = new Map();
  let saidAloud = false;
  let effects = new Set();
  let pressed = null;
  let blocks = [];
  let toggled = false;
  for (const owner of [Element.prototype, Document.prototype]) {
    const notify = owner.ariaNotify;
    if (notify) owner.ariaNotify = function (...told) { saidAloud = true; return notify.apply(this, told); };
  }
  const spoken = () => saidAloud || [...regions()].some(([element, text]) => text && spokenBefore.get(element) !== text) ||
    blocks.some((block) => block.element.isConnected && inLive(block.element));
  const focus = () => {
    const now = active();
    if (now === pressed) return "kept";
    return now ? "moved" : "lost";
  };
  const WITHIN = "dialog, [role=dialog], [role=alertdialog], [popover], [role=tooltip], [role=listbox], [role=menu], [role=tabpanel], select, option, button, a[href], nav, " +
    "label, pre, code, li, td, th, dt, dd, article, blockquote, figure";
  /* What a text says together with what stands in its lines, or alone where that is long or holds what was pressed. */
  const blockOf = (node) => {
    let block = holderOf(node);
    while (above(block) && /^(inline|contents)/.test(getComputedStyle(block).display)) block = above(block);
    return holds(block, pressed) || plain(block.innerText || "").length > LONGEST ? holderOf(node) : block;
  };
  const tied = (element) => {
    for (let at = element; at && at !== document.body; at = above(at)) {
      if (at.id && all(`[aria-describedby~="${CSS.escape(at.id)}"], [aria-errormessage~="${CSS.escape(at.id)}"]`).length) return true;
    }
    return false;
  };
  const begin = (element) => {
    pressed = element;
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    element.focus({ preventScroll: true });
    spokenBefore = regions();
    saidAloud = false;
    toggled = false;
    blocks = [];
    effects = new Set();
    window.__a11ycheckHeld.note = (kind) => effects.add(kind);
    was = look();
  };
  /* Does something and returns what came of it: the texts that were not there before, each with its surroundings. */
  const watched = async (element, act, longest) => {
    begin(element);
    let last = 0;
    const watch = new MutationObserver((records) => {
      last = performance.now();
      for (const record of records) {
        if (record.type === "attributes" && /^(aria-expanded|aria-selected|aria-haspopup|open)$/.test(record.attributeName)) toggled = true;
      }
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    for (const root of roots()) if (root !== document) watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    act();
    // Until it has been still for a moment after the first change.
    await until(() => last && performance.now() - last > 40, longest);
    watch.disconnect();
    for (const node of fresh()) {
      const block = blockOf(node);
      if (blocks.length >= 10 || blocks.some((one) => one.element === block) || holderOf(node).closest(WITHIN) || holds(pressed, node)) continue;
      const text = plain(block.innerText || "");
      if (text.length <= LONGEST && !block.querySelector("input, select, textarea")) blocks.push({ element: block, text, tied: tied(block) });
    }
    return {
      texts: blocks.map(({ text, tied }) => ({ text, tied })), left: ["left", "navigated", "window", "dialog", "hash"].some((kind) => effects.has(kind)), toggled,
      live: spokenBefore.size > 0 || regions().size > 0, spoken: spoken(), focus: focus(),
    };
  };
  /* A screen reader may be told, or focus be moved, a moment later. */
  answers.later = async (longest) => {
    await until(() => spoken() || focus() === "moved", longest);
    return { spoken: spoken(), focus: focus() };
  };
  const write = (field, value) => {
    const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(owner.prototype, "value").set.call(field, value);
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };
  const today = () => new Date().toISOString();
  const VALUES = {
    email: () => "namn@example.org", tel: () => "0701234567", url: () => "https://example.org/", number: (field) => field.min || "1",
    date: () => today().slice(0, 10), time: () => "12:00", month: () => today().slice(0, 7), "datetime-local": () => today().slice(0, 16),
    password: () => "Exempel-123", text: () => "Exempel", search: () => "Exempel", textarea: () => "Exempel",
  };
  const fill = (form) => {
    for (const field of [...form.elements].slice(0, 60)) {
      if (field.disabled || field.readOnly || !shown(field)) continue;
      if (field.localName === "select") {
        const choice = [...field.options].find((each) => each.value && !each.disabled);
        if (!field.value && choice) write(field, choice.value);
      } else if (/^(checkbox|radio)$/.test(field.type)) {
        if (field.required && !field.checked) field.click();
      } else if (!field.value && VALUES[field.type]) write(field, VALUES[field.type](field));
    }
  };
  answers.press = ({ way, filled, longest }) => {
    const element = find(way);
    if (!element || !shown(element)) return null;
    if (element.form && filled) fill(element.form);
    // Browsers themselves say what is missing.
    if (element.form && element.type === "submit" && !element.form.noValidate && !element.formNoValidate && !element.form.checkValidity()) return null;
    return watched(element, () => element.click(), longest);
  };
  answers.type = ({ way, text, longest }) => {
    const field = find(way);
    if (!field || !shown(field)) return null;
    return watched(field, () => {
      const key = { key: text.at(-1), bubbles: true, composed: true };
      field.dispatchEvent(new KeyboardEvent("keydown", key));
      write(field, text);
      field.dispatchEvent(new KeyboardEvent("keyup", key));
    }, longest);
  };
})();
