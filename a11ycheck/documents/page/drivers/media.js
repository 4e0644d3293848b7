/* What is played in this document: each video and audio element with what it holds and whether it sounds. */
async ({ most, patience, longest, largest, largestAtRest, mostAtRest, inaudible }) => {
  const found = [];
  const roots = [document];
  while (roots.length) {
    for (const element of roots.pop().querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLMediaElement && found.length < most) found.push(element);
    }
  }
  const text = (value) => String(value || "").slice(0, longest);
  // What begins by itself is waited for: before it has begun nothing can be said of it.
  const settled = (media) =>
    !media.paused || media.readyState === HTMLMediaElement.HAVE_ENOUGH_DATA || media.error ||
    media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE ||
    media.networkState === HTMLMediaElement.NETWORK_EMPTY;
  const begun = (media) =>
    settled(media) ? null : new Promise((resolve) => {
      for (const event of ["playing", "error", "abort"]) media.addEventListener(event, resolve, { once: true });
      for (const source of media.querySelectorAll("source")) source.addEventListener("error", resolve, { once: true });
      setTimeout(resolve, patience);
    });
  await Promise.all(found.filter((media) => media.autoplay && !media.muted).map(begun));
  const playing = (media) =>
    !media.ended && !media.error && (!media.paused || (media.autoplay && media.readyState < HTMLMediaElement.HAVE_ENOUGH_DATA));
  // A file may hold a sound track in which nothing is heard, so it is decoded where the page itself may read it.
  const loudest = async (media, largest) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    let bytes;
    try {
      const answer = await fetch(media.currentSrc, { signal: stop.signal });
      if (!answer.ok || Number(answer.headers.get("content-length")) > largest) return null;
      bytes = await answer.arrayBuffer();
      if (bytes.byteLength > largest) return null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
    try {
      const decoded = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes);
      let peak = 0;
      for (let channel = 0; channel < decoded.numberOfChannels; channel++) {
        for (const sample of decoded.getChannelData(channel)) if (sample > peak) peak = sample;
      }
      return peak;
    } catch {
      // A picture that the browser shows and sound that it finds none of: there is none to be heard.
      return media.videoWidth > 0 ? 0 : null;
    }
  };
  const sounds = async (media) => {
    if (!playing(media)) {
      // What waits to be started is heard where it is small: whether it has any sound decides what it needs beside it.
      if (found.indexOf(media) >= mostAtRest) return null;
      const peak = await loudest(media, largestAtRest);
      return peak === null ? null : peak > inaudible;
    }
    if (media.muted) return null;
    const peak = await loudest(media, largest);
    if (peak !== null) return peak > inaudible;
    try {
      return media.captureStream().getAudioTracks().length ? null : false;
    } catch {
      return null;
    }
  };
  const picked = (media) => {
    const said = /[#&]t=(?:npt:)?([0-9.]*)(?:,([0-9.]+))?(?:&|$)/.exec(media.currentSrc);
    return said ? [Number(said[1]) || 0, said[2] ? Number(said[2]) : -1] : [0, -1];
  };
  return Promise.all(found.map(async (media) => ({
    kind: media.localName === "audio" ? "audio" : "video",
    path: window.__a11ycheckPath(media),
    sources: [media, ...media.querySelectorAll("source")]
      .filter((source) => source.hasAttribute("src")).slice(0, 20)
      .map((source) => [text(source.src), text(source.getAttribute("type"))]),
    tracks: Array.from(media.querySelectorAll("track")).slice(0, 50)
      .map((track) => [text(track.kind), text(track.src), text(track.srclang), text(track.label), track.default]),
    duration: Number.isFinite(media.duration) ? media.duration : -1,
    picked: picked(media),
    autoplay: media.autoplay,
    muted: media.muted || media.volume === 0,
    controls: media.controls,
    loop: media.loop,
    playing: playing(media),
    sounds: await sounds(media),
    broken: Boolean(media.error) || media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE,
    poster: text(media.poster),
  })));
}
