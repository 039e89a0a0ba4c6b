/** In the page: goes to a screen and gives the longest task of its opening, ms; 0: none of 50 ms or more was seen. */
export async function openingOf(address: string): Promise<number> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  document.querySelector('h1')?.setAttribute('data-before', '');
  location.hash = address;
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  for (let frames = 0; frames < 600; frames++) {
    await frame();
    // A screen of the same kind keeps its heading; that takes no half a second.
    if (document.querySelector('h1:not([data-before])') || frames > 30) break;
  }
  // What it reads from the browser's stores, and what is drawn of it, comes a moment later.
  await new Promise((done) => setTimeout(done, 150));
  for (const { duration } of observer.takeRecords()) tasks.push(duration);
  observer.disconnect();
  return Math.round(Math.max(0, ...tasks));
}

/** In the page: the frames that were drawn in each of so many seconds. */
export function pacedFrames(seconds: number): Promise<readonly number[]> {
  return new Promise((done) => {
    const counts: number[] = [];
    let from = performance.now();
    let count = 0;
    const look = (now: number): void => {
      count += 1;
      if (now - from >= 1000) {
        counts.push(Math.round((1000 * count) / (now - from)));
        from = now;
        count = 0;
      }
      if (counts.length < seconds) requestAnimationFrame(look);
      else done(counts);
    };
    requestAnimationFrame(look);
  });
}
