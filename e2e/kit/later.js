// Time that passes. A portal reads the clock of its machine, and nothing in it can be set: what waits for a moment is moved
// into the past in the database file of the test, by the program `sqlite3`.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Lets jobs of a kind be due now; `rows` is a statement that moves the moment they look at themselves. */
export const due = (portal, kind, rows = '') => execFileSync('sqlite3', [
  '-cmd', '.timeout 10000', join(portal.data, 'dzaleka.sqlite'), `${rows}; UPDATE jobs SET run_at = 0 WHERE kind = '${kind}';`,
]);
