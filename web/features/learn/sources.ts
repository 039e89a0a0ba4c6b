/** Something published: who, when, what, and where it can be read. */
export interface Source {
  readonly author: string;
  readonly year: number;
  readonly title: string;
  /** Without `https://doi.org/`. */
  readonly doi?: string;
  /** Where there is no DOI. */
  readonly url?: string;
}

/** Everything that the cards and the glossary rest on. */
export const SOURCES = {
  'adiasto-2022': {
    author: 'Adiasto et al.',
    year: 2022,
    title:
      'Music listening and stress recovery in healthy individuals: A systematic review with ' +
      'meta-analysis of experimental studies',
    doi: '10.1371/journal.pone.0270031',
  },
  'arnedt-2007': {
    author: 'Arnedt, Conroy, Brower',
    year: 2007,
    title: 'Treatment options for sleep disturbances during alcohol recovery',
    doi: '10.1300/J069v26n04_06',
  },
  'bernardi-2006': {
    author: 'Bernardi, Porta, Sleight',
    year: 2006,
    title:
      'Cardiovascular, cerebrovascular, and respiratory changes induced by different types of music ' +
      'in musicians and non-musicians: the importance of silence',
    doi: '10.1136/hrt.2005.064600',
  },
  'billman-2013': {
    author: 'Billman',
    year: 2013,
    title: 'The LF/HF ratio does not accurately measure cardiac sympatho-vagal balance',
    doi: '10.3389/fphys.2013.00026',
  },
  'brown-sorg-2022': {
    author: 'Brown, Sorg',
    year: 2022,
    title: 'Net gain and loss: influence of natural rewards and drugs of abuse on perineuronal nets',
    doi: '10.1038/s41386-022-01337-x',
  },
  'carter-tiffany-1999': {
    author: 'Carter, Tiffany',
    year: 1999,
    title: 'Meta-analysis of cue-reactivity in addiction research',
    doi: '10.1046/j.1360-0443.1999.9433273.x',
  },
  'ferreri-2019': {
    author: 'Ferreri et al.',
    year: 2019,
    title: 'Dopamine modulates the reward experiences elicited by music',
    doi: '10.1073/pnas.1811878116',
  },
  'garcia-castro-2022': {
    author: 'García-Castro, Cancela, Cárdaba',
    year: 2022,
    title:
      'Neural cue-reactivity in pathological gambling as evidence for behavioral addiction: a systematic review',
    doi: '10.1007/s12144-022-03915-0',
  },
  'ghetti-2022': {
    author: 'Ghetti et al.',
    year: 2022,
    title: 'Music therapy for people with substance use disorders',
    doi: '10.1002/14651858.CD012576.pub3',
  },
  'goldstein-volkow-2011': {
    author: 'Goldstein, Volkow',
    year: 2011,
    title:
      'Dysfunction of the prefrontal cortex in addiction: neuroimaging findings and clinical implications',
    doi: '10.1038/nrn3119',
  },
  'grant-2017': {
    author: 'Grant et al.',
    year: 2017,
    title:
      'Mindfulness-based Relapse Prevention for Substance Use Disorders: A Systematic Review and Meta-analysis',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5636047',
  },
  'heiderscheit-madson-2015': {
    author: 'Heiderscheit, Madson',
    year: 2015,
    title:
      'Use of the Iso Principle as a Central Method in Mood Management: A Music Psychotherapy Clinical Case Study',
    doi: '10.1093/mtp/miu042',
  },
  'hendershot-2011': {
    author: 'Hendershot, Witkiewitz, George, Marlatt',
    year: 2011,
    title: 'Relapse prevention for addictive behaviors',
    doi: '10.1186/1747-597X-6-17',
  },
  'hohmann-2017': {
    author: 'Hohmann, Bradt, Stegemann, Koelsch',
    year: 2017,
    title:
      'Effects of music therapy and music-based interventions in the treatment of substance use ' +
      'disorders: A systematic review',
    doi: '10.1371/journal.pone.0187363',
  },
  'ingram-2020': {
    author: 'Ingram et al.',
    year: 2020,
    title: 'Loneliness among people with substance use problems: A narrative systematic review',
    doi: '10.1111/dar.13064',
  },
  'kessler-1996': {
    author: 'Kessler et al.',
    year: 1996,
    title:
      'The epidemiology of co-occurring addictive and mental disorders: Implications for prevention ' +
      'and service utilization',
    url:
      'https://www.src.isr.umich.edu/publications/' +
      'the-epidemiology-of-co-occurring-addictive-and-mental-disorders-' +
      'implications-for-prevention-and-service-utilization/',
  },
  'laborde-2017': {
    author: 'Laborde, Mosley, Thayer',
    year: 2017,
    title:
      'Heart Rate Variability and Cardiac Vagal Tone in Psychophysiological Research – Recommendations ' +
      'for Experiment Planning, Data Analysis, and Data Reporting',
    doi: '10.3389/fpsyg.2017.00213',
  },
  'lehrer-2020': {
    author: 'Lehrer et al.',
    year: 2020,
    title:
      'Heart Rate Variability Biofeedback Improves Emotional and Physical Health and Performance: A ' +
      'Systematic Review and Meta Analysis',
    doi: '10.1007/s10484-020-09466-z',
  },
  'limbrick-oldfield-2017': {
    author: 'Limbrick-Oldfield et al.',
    year: 2017,
    title: 'Neural substrates of cue reactivity and craving in gambling disorder',
    doi: '10.1038/tp.2016.256',
  },
  'magill-2019': {
    author: 'Magill et al.',
    year: 2019,
    title: 'A meta-analysis of cognitive-behavioral therapy for alcohol or other drug use disorders',
    doi: '10.1037/ccp0000447',
  },
  'menon-2018': {
    author: 'Menon, Kandasamy',
    year: 2018,
    title: 'Relapse prevention',
    doi: '10.4103/psychiatry.IndianJPsychiatry_36_18',
  },
  'mogk-2006': {
    author: 'Mogk et al.',
    year: 2006,
    title: 'Health effects of expressive writing on stressful or traumatic experiences – a meta-analysis',
    url: 'http://www.egms.de/static/en/journals/psm/2006-3/psm000026.shtml',
  },
  'muhammad-khir-2024': {
    author: 'Muhammad Khir et al.',
    year: 2024,
    title:
      'Efficacy of Progressive Muscle Relaxation in Adults for Stress, Anxiety, and Depression: ' +
      'A Systematic Review',
    doi: '10.2147/PRBM.S437277',
  },
  'nice-cg100': {
    author: 'NICE, guideline CG100',
    year: 2010,
    title: 'Alcohol-use disorders: diagnosis and management of physical complications',
    url: 'https://www.nice.org.uk/guidance/cg100/chapter/Recommendations',
  },
  'oregan-2015': {
    author: 'O’Regan et al.',
    year: 2015,
    title:
      'Antidepressants strongly influence the relationship between depression and heart rate variability',
    doi: '10.1017/S0033291714001767',
  },
  'pasqualitto-2023': {
    author: 'Pasqualitto, Panin, Maidhof, Thompson, Fachner',
    year: 2023,
    title:
      'Neuroplastic Changes in Addiction Memory – How Music Therapy and Music-Based Intervention May ' +
      'Reduce Craving: A Narrative Review',
    doi: '10.3390/brainsci13020259',
  },
  'pasqualitto-2025': {
    author: 'Pasqualitto et al. (preprint)',
    year: 2025,
    title:
      'Music Therapy modulates Craving, Inhibitory Control, and Emotional Regulation: findings from a pilot RCT',
    url: 'https://ouci.dntb.gov.ua/works/4NkMP5QV',
  },
  'potenza-2019': {
    author: 'Potenza et al.',
    year: 2019,
    title: 'Gambling disorder',
    doi: '10.1038/s41572-019-0099-7',
  },
  'roth-2025': {
    author: 'Roth et al.',
    year: 2025,
    title:
      'Shared Flow and Emotional Synchrony Through Group Instrumental Improvisation: A Feasibility Study',
    doi: '10.3389/fpsyt.2025.1648873',
  },
  'silverman-2015': {
    author: 'Silverman',
    year: 2015,
    title:
      'Effects of Lyric Analysis Interventions on Treatment Motivation in Patients on a Detoxification Unit',
    doi: '10.1093/jmt/thu057',
  },
  'silverman-2019': {
    author: 'Silverman',
    year: 2019,
    title: 'Effects of group-based educational songwriting on craving in patients on a detoxification unit',
    doi: '10.1177/0305735617743103',
  },
  'silverman-2021': {
    author: 'Silverman, Bourdaghs, Abbazio, Riegelman',
    year: 2021,
    title: 'A systematic review of music-induced substance craving',
    doi: '10.1177/10298649211030314',
  },
  'sordo-2017': {
    author: 'Sordo et al.',
    year: 2017,
    title:
      'Mortality risk during and after opioid substitution treatment: systematic review and meta-analysis',
    url: 'https://typeset.io/papers/mortality-risk-during-and-after-opioid-substitution-2jh6m81b40',
  },
  'starcke-2021': {
    author: 'Starcke, Mayr, von Georgi',
    year: 2021,
    title:
      'Emotion Modulation through Music after Sadness Induction – The Iso Principle in a Controlled ' +
      'Experimental Study',
    doi: '10.3390/ijerph182312486',
  },
  'steffen-2017': {
    author: 'Steffen, Austin, DeBarros, Brown',
    year: 2017,
    title:
      'The Impact of Resonance Frequency Breathing on Measures of Heart Rate Variability, Blood Pressure, and Mood',
    doi: '10.3389/fpubh.2017.00222',
  },
  'tarr-2014': {
    author: 'Tarr, Launay, Dunbar',
    year: 2014,
    title: 'Music and social bonding: “self-other” merging and neurohormonal mechanisms',
    doi: '10.3389/fpsyg.2014.01096',
  },
  'tracy-wallace-2016': {
    author: 'Tracy, Wallace',
    year: 2016,
    title: 'Benefits of peer support groups in the treatment of addiction',
    doi: '10.2147/SAR.S81535',
  },
  'witkiewitz-2014': {
    author: 'Witkiewitz et al.',
    year: 2014,
    title:
      'Mindfulness-based treatment to prevent addictive behavior relapse: theoretical models and ' +
      'hypothesized mechanisms of change',
    doi: '10.3109/10826084.2014.891845',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;

/** Its DOI, or the host where it stands. */
export const nameOf = (source: Source): string =>
  source.doi ? `doi:${source.doi}` : new URL(addressOf(source)).hostname;

/** Where a source can be read. */
export const addressOf = ({ doi, url }: Source): string => (doi ? `https://doi.org/${doi}` : (url ?? ''));
