import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  readonly icon: IconName;
  /** What it does, as a tooltip and for screen readers. */
  readonly label: string;
  /** The keys that do the same, shown with the tooltip. */
  readonly keys?: string | undefined;
  /** For buttons that stay pressed. */
  readonly isOn?: boolean | undefined;
}

/** A button that shows only an icon. */
export function IconButton({ icon, label, keys, isOn, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className ?? ''}`}
      aria-label={label}
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      title={keys ? `${label} (${keys})` : label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'main' | 'danger';
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ kind = 'plain', className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${kind} ${className ?? ''}`} {...rest}>
      {children}
    </button>
  );
}
