import { useEffect, useRef } from 'react';

interface FirstHeadingProps {
  readonly className?: string;
  readonly children: string;
}

/** A heading that is read first when it takes the place of another. */
export function FirstHeading({ className, children }: FirstHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} {...(className && { className })}>
      {children}
    </h1>
  );
}
