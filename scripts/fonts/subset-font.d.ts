declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'woff2';
    /** Tags of the layout features that stay; absent: all. */
    readonly keepFeatures?: readonly string[];
    /** A value pins an axis; a range narrows it. */
    readonly variationAxes?: Readonly<
      Record<string, number | { readonly min: number; readonly max: number }>
    >;
  }
  const subsetFont: (font: Buffer, text: string, options?: SubsetOptions) => Promise<Buffer>;
  // eslint-disable-next-line no-restricted-syntax -- as the package has it
  export default subsetFont;
}
