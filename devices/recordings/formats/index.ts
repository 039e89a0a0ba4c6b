import type { RecordingFormat } from '../format.ts';
import { BIDS_EVENTS, BIDS_PHYSIO } from './bids.ts';
import { EDF } from './edf.ts';
import { EMPATICA_IBI } from './empatica-ibi.ts';
import { EVENT_LOG } from './event-log.ts';
import { FIT } from './fit.ts';
import { ISHNE } from './ishne.ts';
import { JSON_DOCUMENT } from './json-document.ts';
import { JSON_LINES } from './json-lines.ts';
import { POLAR_HRM } from './polar-hrm.ts';
import { RDANN_TEXT } from './rdann-text.ts';
import { RR_PAIRS } from './rr-pairs.ts';
import { RR_TABLE } from './rr-table.ts';
import { RR_TEXT } from './rr-text.ts';
import { WFDB_ANNOTATIONS, WFDB_HEADER } from './wfdb.ts';
import { XML_DOCUMENT } from './xml-document.ts';

/** Every format that can be read, in the order in which they are tried: the first that recognises a file reads it. */
export const RECORDING_FORMATS: readonly RecordingFormat[] = [
  FIT,
  EDF,
  ISHNE,
  BIDS_PHYSIO,
  WFDB_ANNOTATIONS,
  WFDB_HEADER,
  JSON_LINES,
  JSON_DOCUMENT,
  XML_DOCUMENT,
  POLAR_HRM,
  EMPATICA_IBI,
  EVENT_LOG,
  BIDS_EVENTS,
  RDANN_TEXT,
  RR_TEXT,
  RR_PAIRS,
  RR_TABLE,
];
