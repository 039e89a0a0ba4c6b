export const help = {
  title: 'Help now',
  lead: 'You do not have to get through this alone.',
  call: 'Call',
  person: 'My person',
  personEmpty: 'Someone you would call at night. Kept in this browser only.',
  personName: 'Name',
  personNumber: 'Phone number',
  personSave: 'Keep this person',
  personChange: 'Change',
  elsewhere: 'Other places',
  checked: 'Checked on',
  modest: 'Numbers change. If one does not work, call your local emergency number.',
  licences: 'Licences of what Attune is made of',
  withdrawal:
    'Stopping alcohol or benzodiazepines suddenly can be dangerous. If you shake, sweat, see things or ' +
    'have had a seizure, get medical care now.',
} as const;
