/* Which elements are animated now. */
() => [...new Set(document.getAnimations()
  .filter((one) => one.playState === "running" && one.effect && one.effect.target && one.effect.getComputedTiming().endTime > 5000)
  .map((one) => window.__a11ycheckPath(one.effect.target)))].slice(0, 500)
