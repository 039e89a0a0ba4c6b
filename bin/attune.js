#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/node/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('attune: not built yet. Run "npm run build" in the project folder first.');
  process.exitCode = 1;
}
