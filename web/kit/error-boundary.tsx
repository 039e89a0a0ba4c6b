import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { failed as words } from './words.ts';

interface Props {
  readonly children: ReactNode;
  /** In place of the words, for parts that are better absent than explained. */
  readonly instead?: ReactNode;
}

/**
 * Holds a failure within the part of the page where it arose, so that everything around it (Stop, Esc, Help, the music)
 * goes on. Give it a `key` to begin anew with another screen.
 */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError = (): { broken: boolean } => ({ broken: true });

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    if ('instead' in this.props) return this.props.instead;
    return (
      <div className="narrow" role="alert">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>{words.body}</p>
        <Button onClick={() => this.setState({ broken: false })}>{words.again}</Button>
      </div>
    );
  }
}
