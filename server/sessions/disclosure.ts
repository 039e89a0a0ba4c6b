import type { ConsentInForce } from '../access/ties.ts';
import type { ZipEntry } from './zipped.ts';

export interface Disclosure {
  /** What the client is called in the export: an account's id, or a pseudonym. */
  readonly client: string;
  readonly consent: ConsentInForce;
  readonly nowMs: number;
}

/**
 * What must accompany a copy that leaves: the notice that United States law asks for with records of substance use
 * treatment (42 CFR 2.32(a)(2), its own short form), which is right to keep to elsewhere too, and the scope of the
 * consent (2.32(b)). They stand in the copy itself, where they cannot be left behind.
 */
export const disclosureFiles = ({ client, consent, nowMs }: Disclosure): ZipEntry[] => {
  const { purpose, version, givenAtMs } = consent;
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const notice = [
    '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    '',
    `These are records of ${client}, taken out on ${day(nowMs)} by the client's consent to "${purpose}" of ` +
      `${day(givenAtMs)} (version ${version} of the text).`,
    'Do not pass them on unless the client consents to that, or the law allows it.',
    'The client can withdraw the consent at any time; keep nothing longer than you need it.',
  ];
  const record = { client, purpose, version, givenAtMs, exportedAtMs: nowMs };
  return [
    { name: 'NOTICE.txt', content: [`${notice.join('\n')}\n`] },
    { name: 'consent.json', content: [`${JSON.stringify(record, undefined, 1)}\n`] },
  ];
};
