/** One kind of thing that is kept of a person: it can be taken along in open formats, put in elsewhere, destroyed. */
export interface Belongings {
  /** Its folder within the file that is taken along; a short English word, `journal`. Says nothing of a person. */
  readonly folder: string;
  /** What a person calls it. */
  readonly title: string;
  /**
   * All of it, in formats that other programs open.
   * @throws it cannot be read now (locked, broken): nothing is taken rather than a part
   */
  take(): Promise<readonly BelongingFile[]>;
  /**
   * Adds what was taken along. What is here stays; what is here already is not added twice.
   * @throws a file is not understood: nothing of it has been added
   */
  put(files: readonly BelongingFile[]): Promise<void>;
  /** Leaves nothing of it in this browser. */
  destroy(): Promise<void>;
}

export interface BelongingFile {
  /** Within the folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
