import type { GroupRole, SingleSignOn } from './accounts/single-sign-on.ts';
import { ROLES, type Role } from './contract/roles.ts';
import { isLoopbackName } from './plain-http-note.ts';
import type { ProviderOptions } from './accounts/openid/provider.ts';
import type { Settings } from './settings-table.ts';

/** A clinic's own sign-in as its settings have it, the secret still in its file. */
export interface SignOnOptions extends Omit<ProviderOptions, 'clientSecret'> {
  readonly clientSecretFile: string;
  readonly called: string;
  readonly unknown: SingleSignOn['unknown'];
  readonly roles?: readonly GroupRole[];
  readonly isOnlyForStaff: boolean;
}

/** Absent: there is none, or its settings are not whole. */
export const signOnOptions = (settings: Settings): SignOnOptions | undefined => {
  const { ssoIssuer, ssoClientId, ssoClientSecretFile, ssoName, ssoGroupsClaim, ssoRoles } = settings;
  if (ssoIssuer === undefined || ssoClientId === undefined || ssoClientSecretFile === undefined)
    return undefined;
  return {
    ...{ issuer: ssoIssuer, clientId: ssoClientId, clientSecretFile: ssoClientSecretFile },
    called: ssoName ?? new URL(ssoIssuer).hostname,
    ...{ claim: settings.ssoClaim, scopes: settings.ssoScopes, acr: settings.ssoAcr },
    ...(ssoGroupsClaim !== undefined && { groupsClaim: ssoGroupsClaim }),
    ...(ssoRoles.length > 0 && { roles: ssoRoles.map(groupRole).filter((it) => it !== undefined) }),
    unknown: settings.ssoUnknown,
    isOnlyForStaff: settings.ssoOnly === 'staff',
    demandsFactors: settings.ssoSecondFactor === 'demanded',
  };
};

/** "attune-staff=clinician"; a group's name may have a = itself. Absent: it is none, or of no role that groups give. */
const groupRole = (said: string): GroupRole | undefined => {
  const [, group, named] = /^(.+)=([a-z]+)$/.exec(said) ?? [];
  const role = ROLES.find((it): it is Exclude<Role, 'owner'> => it === named && it !== 'owner');
  return group === undefined || role === undefined ? undefined : { group, role };
};

/** Claims that people may change, or that go from one person to the next: whoever gets hold of one gets the account. */
const CHANGING = ['email', 'preferred_username', 'upn', 'name', 'nickname', 'phone_number'];

/** What is wrong with the settings of a clinic's own sign-in, a line each with what to do. */
export const signOnFaults = (settings: Settings): readonly (string | undefined)[] => {
  const { mode, secondFactor, ssoIssuer } = settings;
  if (mode === 'personal')
    return [
      ssoIssuer === undefined && secondFactor === 'off'
        ? undefined
        : 'ssoIssuer and secondFactor are for clinic mode: in a personal service nobody signs in. ' +
          'Set ATTUNE_MODE=clinic, or take them away.',
    ];
  if (ssoIssuer === undefined)
    return [
      settings.ssoOnly === 'staff' || settings.ssoClientId !== undefined
        ? 'Settings of single sign-on have no effect without its issuer. Set ATTUNE_SSO_ISSUER, or take them away.'
        : undefined,
    ];
  return [...issuerFaults(ssoIssuer), ...clientFaults(settings), ...roleFaults(settings)];
};

const issuerFaults = (issuer: string): readonly (string | undefined)[] => {
  if (!URL.canParse(issuer)) return [`ssoIssuer (ATTUNE_SSO_ISSUER) is no address: ${issuer}`];
  const { protocol, hostname } = new URL(issuer);
  return [
    protocol === 'http:' && !isLoopbackName(hostname)
      ? 'ssoIssuer (ATTUNE_SSO_ISSUER) must be https: whoever is on the way could let anybody in.'
      : undefined,
    /\/\.well-known\//.test(issuer)
      ? 'ssoIssuer (ATTUNE_SSO_ISSUER) is the address before /.well-known/openid-configuration: leave that away.'
      : undefined,
  ];
};

const clientFaults = ({ ssoClientId, ssoClientSecretFile, ssoClaim }: Settings) => [
  ssoClientId === undefined
    ? 'ssoIssuer is set without ssoClientId. Set ATTUNE_SSO_CLIENT_ID to what the provider calls Attune.'
    : undefined,
  ssoClientSecretFile === undefined
    ? 'ssoIssuer is set without ssoClientSecretFile. Put the secret in a file and name it in ' +
      'ATTUNE_SSO_CLIENT_SECRET_FILE.'
    : undefined,
  CHANGING.includes(ssoClaim)
    ? `ssoClaim (ATTUNE_SSO_CLAIM) cannot be ${ssoClaim}: people change it, and whoever gets it next would get the ` +
      'account. Take sub, or another that names a person for good.'
    : undefined,
];

const roleFaults = ({ ssoRoles, ssoGroupsClaim }: Settings) => [
  ssoRoles.length > 0 && ssoGroupsClaim === undefined
    ? 'ssoRoles is set without ssoGroupsClaim. Name the claim that has the groups in ATTUNE_SSO_GROUPS_CLAIM.'
    : undefined,
  ...ssoRoles
    .filter((said) => groupRole(said) === undefined)
    .map(
      (said) =>
        `ssoRoles (ATTUNE_SSO_ROLES) takes such as attune-staff=clinician, of admin, clinician, client and ` +
        `researcher, not "${said}".`,
    ),
];
