// What a run leaves behind for people to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../artefacts', import.meta.url));
mkdirSync(`${folder}/pages`, { recursive: true });

/** Keeps a screenshot of the whole page. */
export const picture = (page, name) => page.screenshot({
  path: `${folder}/pages/${name.replace(/[^a-z0-9-]+/gi, '-')}.png`, fullPage: true, animations: 'disabled',
});

/** Keeps data as JSON. */
export const record = (name, data) => writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(data, null, 2)}\n`);
