/* The way to an element through the flat tree, as snapshot.py writes it: "0" is the html element, "0.1.3" the fourth
   child of its second. Children of a shadow host are those of its root, children of a slot what is assigned to it.
   Inside a frame the way begins at that frame's own document. */
(() => {
  if (window.__a11ycheckPath) return;
  const parentOf = (element) => {
    if (element.assignedSlot) return element.assignedSlot;
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const childrenOf = (element) => {
    if (element.shadowRoot) return Array.from(element.shadowRoot.children);
    if (element.localName === "slot" && element.getRootNode() instanceof ShadowRoot) {
      const assigned = element.assignedElements();
      if (assigned.length) return assigned;
    }
    return Array.from(element.children);
  };
  const path = (element) => {
    const steps = [];
    for (let parent = parentOf(element); parent; element = parent, parent = parentOf(element)) {
      steps.push(childrenOf(parent).indexOf(element));
    }
    return ["0", ...steps.reverse()].join(".");
  };
  const find = (way) =>
    way.split(".").slice(1).reduce((element, step) => element && childrenOf(element)[Number(step)], document.documentElement);
  Object.defineProperty(window, "__a11ycheckPath", { value: path });
  Object.defineProperty(window, "__a11ycheckFind", { value: find });
})();
