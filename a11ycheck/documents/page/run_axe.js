/* Runs axe-core, which stands in this frame and in all others by now, and returns what it found as plain data: for each
   rule that ran, a list of {status, html, tag, said, words, path, way, checks, box}. path.js stands in each frame, too.
   Called with {rules, most, longest, only}; only holds, for rules that need not look at the whole page, the paths of
   what they have to look at. */
async ({ rules, most, longest, only = {} }) => {
  const run = (values, context) => axe.run(context, {
    runOnly: { type: "rule", values },
    resultTypes: ["violations", "incomplete"],
    elementRef: true,
    frameWaitTime: 10000,
    pingWaitTime: 500,
    preload: { assets: ["cssom"], timeout: 2000 },
  });
  const runs = [];
  const everywhere = rules.filter((id) => !(id in only));
  if (everywhere.length) runs.push(await run(everywhere, document));
  const limited = rules.filter((id) => only[id]?.length);
  if (limited.length) {
    const paths = [...new Set(limited.flatMap((id) => only[id]))];
    const elements = paths.map((path) => window.__a11ycheckFind(path));
    // What has gone since the page was read may stand elsewhere by now.
    runs.push(await run(limited, elements.every(Boolean) ? { include: elements } : document));
  }

  const clip = (text) => String(text ?? "").slice(0, longest);

  // A target has one step for each frame on the way; a step into shadow roots is itself a list of steps. What a frame
  // of another origin holds cannot be reached, so the frame stands for it.
  const wayTo = (element) => element.ownerDocument.defaultView?.__a11ycheckPath?.(element) ?? "";
  const reach = (target) => {
    let element = null;
    let way = "";
    let left = window.scrollX;
    let top = window.scrollY;
    for (const step of target) {
      let root = document;
      if (element) {
        const frame = element;
        root = frame.contentDocument;
        if (!root) return { element: frame, left, top, reached: false };
        const around = frame.getBoundingClientRect();
        way += `${wayTo(frame)}.f`;
        left += around.left + frame.clientLeft;
        top += around.top + frame.clientTop;
      }
      for (const selector of [step].flat()) {
        element = root?.querySelector(selector) ?? null;
        if (!element) return null;
        root = element.shadowRoot;
      }
    }
    return { element, left, top, reached: true, way: way + wayTo(element) };
  };

  const said = (element) => {
    if (["html", "head", "body"].includes(element.localName)) return "";
    for (const name of ["aria-label", "alt", "title", "placeholder"]) {
      const written = element.getAttribute(name)?.trim();
      if (written) return written;
    }
    return element.textContent.trim() || element.id;
  };

  const ownWords = (element) =>
    Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.data : " ")).join("").trim();

  const plain = (node, status) => {
    const target = [node.target].flat();
    let place = null;
    try {
      place = node.element
        ? { element: node.element, left: window.scrollX, top: window.scrollY, reached: true, way: wayTo(node.element) }
        : reach(node.target);
    } catch {
      // The element is gone, or its frame has navigated: the finding stands without a box.
    }
    const box = place?.element.getBoundingClientRect();
    return {
      status,
      html: clip(node.html),
      tag: place?.reached ? place.element.localName : "",
      said: place?.reached ? clip(said(place.element)) : "",
      words: place?.reached ? clip(ownWords(place.element)) : null,
      path: clip(target.flat().join(" > ")),
      way: clip(place?.way),
      checks: [...node.any, ...node.all, ...node.none].map(({ id, data }) => ({ id, data })),
      box: box?.width && box.height
        ? [place.left + box.left, place.top + box.top, place.left + box.right, place.top + box.bottom]
        : null,
    };
  };

  const found = {};
  const add = (id, targets) => (found[id] = [...(found[id] ?? []), ...targets].slice(0, most));
  for (const results of runs) {
    for (const { id } of results.inapplicable) add(id, []);
    for (const { id, nodes } of results.violations) add(id, nodes.map((node) => plain(node, "failed")));
    for (const { id, nodes } of results.incomplete) add(id, nodes.map((node) => plain(node, "incomplete")));
    for (const { id } of results.passes) if (!found[id]?.length) add(id, [{ status: "passed" }]);
  }
  return { version: axe.version, rules: found };
}
