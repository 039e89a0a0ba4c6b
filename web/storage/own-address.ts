/**
 * An address of the service that served this page, which may offer it under a path of its host.
 *
 * @param path  as from the root of a host of its own: `/api/v1/sessions`
 */
export const ownAddress = (path: string, base: string = document.baseURI): string =>
  new URL(`.${path}`, base).href;
