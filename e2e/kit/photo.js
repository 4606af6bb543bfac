// A photo as a telephone takes it: large, and with grain, so that it does not become small by itself.

/** A JPEG of so many pixels, drawn in the browser. `page` runs script and stands on a page of its own. */
export async function photo(page, width, height, quality = 0.95) {
  return Buffer.from(await page.evaluate(async ([wide, high, good]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high });
    const brush = canvas.getContext('2d');
    const sky = brush.createLinearGradient(0, 0, 0, high);
    sky.addColorStop(0, '#f2b705');
    sky.addColorStop(1, '#5b2a3c');
    brush.fillStyle = sky;
    brush.fillRect(0, 0, wide, high);
    for (let nth = 0; nth < 400_000; nth += 1) {
      brush.fillStyle = `hsl(${(nth * 37) % 360} 60% ${30 + (nth % 45)}% / 40%)`;
      brush.fillRect((nth * 7919) % wide, (nth * 104_729) % high, 4, 4);
    }
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', good); });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height, quality]));
}
