import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Catches what no code expected, so that a broken part of the screen does not take the text with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>Something in the window broke</h1>
        <p>Your text is kept: Offtake writes it to its journal as you type. Show the window anew to go on.</p>
        <pre>{error.message}</pre>
        <Button kind="main" onClick={() => this.setState({ error: null })}>
          Show the window anew
        </Button>
      </main>
    );
  }
}
