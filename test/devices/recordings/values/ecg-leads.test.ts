import { describe, expect, it } from 'vitest';
import { isEcg, noEcgAmong } from '../../../../devices/recordings/values/ecg-leads.ts';

describe('isEcg', () => {
  it.each(
    (
      'ECG|ECG1|EKG2|II,|ECGI|ECGMLII|EKG1-EKG2|MLII|V5|aVF|ECG lead II|ekg|Lead 2|ECG_I|LA-RA|ECG (mV)|V|mod.V1|' +
      'V2-V3|CM5|D3|MCL1|DII|POL EKG1|EKG [uV]|Elektrokardiogramm|T2 - ECG'
    ).split('|'),
  )('knows %s', (label) => {
    expect(isEcg(label)).toBe(true);
  });

  it.each(
    (
      'ABP|PLETH|RESP|ECG ABP|RESP (ECG)|ECG HR|ECG-derived resp|ECG Trigger|EEG Fpz|EMG|HR|HRV|C3-A1|A1|RR|SpO2|' +
      'ECG quality|ACC X|Vib|ch1|1||EDF Annotations'
    ).split('|'),
  )('does not take "%s" for one', (label) => {
    expect(isEcg(label)).toBe(false);
  });
});

describe('noEcgAmong', () => {
  it('names the signals there are, and what to do', () => {
    expect(noEcgAmong(['ABP', ''])).toContain('("ABP", one without a name); write ECG into the name');
    expect(noEcgAmong(Array.from({ length: 11 }, (_, i) => `s${i}`))).toContain('and 3 more');
  });
});
