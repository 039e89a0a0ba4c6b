/** One thing that was looked at. `wrong` keeps the service from starting or working; `mind` does not. */
export interface Check {
  readonly name: string;
  readonly state: 'right' | 'mind' | 'wrong';
  /** One sentence; where it is not right, with what to do. */
  readonly says: string;
}

export const right = (name: string, says: string): Check => ({ name, state: 'right', says });
export const mind = (name: string, says: string): Check => ({ name, state: 'mind', says });
export const wrong = (name: string, says: string): Check => ({ name, state: 'wrong', says });
