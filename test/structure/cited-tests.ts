/** A test that a document names: its file by the end of its path, and pieces of titles in it. */
export interface CitedTest {
  readonly file: string;
  readonly pieces: readonly string[];
}

const FILE = /`((?:[\w-]+\/)*[\w-]+\.(?:test|spec)\.ts)`((?:[;,]?\s*"[^"]+")*)/g;

/** The tests that a document names, in order of appearance. @param text  Markdown */
export const citedTests = (text: string): readonly CitedTest[] =>
  [...text.matchAll(FILE)].map(([, file, quoted]) => ({
    file: file!,
    pieces: [...quoted!.matchAll(/"([^"]+)"/g)].map(([, piece]) => piece!),
  }));
