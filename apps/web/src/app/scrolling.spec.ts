import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const source = path.join(import.meta.dirname, '..');
const styles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
const blocks = /\{([^{}]*)\}/gu;

// What is hidden from the eye lies absolutely: in something that scrolls but has no position it would widen the page instead.
it('holds what it scrolls: every style that scrolls has a position', () => {
  expect(styles.length).toBeGreaterThan(50);
  const loose = styles.flatMap((file) =>
    [...readFileSync(path.join(source, file), 'utf8').matchAll(blocks)].flatMap(([, style = '']) =>
      /overflow(?:-x)?: (?:auto|scroll)/u.test(style) && !style.includes('position:') ? [file + style] : [],
    ),
  );
  expect(loose).toEqual([]);
});
