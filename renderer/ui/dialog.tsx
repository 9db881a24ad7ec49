import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusBefore } from './use-focus-before.ts';

interface DialogProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly about?: string;
  readonly size?: 'small' | 'wide';
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A window over the window: keeps the focus inside, closes with Escape, gives the focus back. */
export function Dialog({ title, about, size = 'small', children, onClose }: DialogProps) {
  const giveFocusBack = useFocusBefore();
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog dialog-${size}`}
          onCloseAutoFocus={giveFocusBack}
          {...(about ? {} : { 'aria-describedby': undefined })}
        >
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          {about ? <Radix.Description className="dialog-about">{about}</Radix.Description> : null}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
