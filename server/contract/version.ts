/** That of package.json, which is not there beside a bundle. */
export const VERSION = '0.1.0';
