export declare const findProgram: (name: string) => string | undefined;
export declare const findChromium: () => string | undefined;
