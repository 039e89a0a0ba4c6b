import { Link } from 'wouter';
import { music as words } from '../text/music.ts';

/** The way to the music. */
export function MusicLink() {
  return (
    <Link href="/music" className="panel learning-link">
      <span className="past-when">{words.title}</span>
      <span className="past-what">{words.linkHint}</span>
    </Link>
  );
}
