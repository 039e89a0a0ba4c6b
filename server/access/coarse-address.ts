import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network of an address: enough to tell home from clinic from abroad, and no device. The first 24 bits of IPv4,
 * 48 of IPv6. Absent: it is no address.
 */
export const coarseAddress = (ip: string): string | undefined => {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(address)) return address.replace(/\.\d+$/, '.0/24');
  if (!isIPv6(address)) return undefined;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 3)
    .map((it) => parseInt(it, 16).toString(16))
    .join(':')}::/48`;
};
