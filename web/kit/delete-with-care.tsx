import { Button } from '@mantine/core';
import { useState } from 'react';

interface DeleteWithCareProps {
  readonly words: {
    readonly delete: string;
    readonly deleteSure: string;
    readonly deleteYes: string;
    readonly deleteNo: string;
  };
  readonly onDelete: () => void;
}

/** A button that asks once more before anything is gone; the way back has the focus. */
export function DeleteWithCare({ words, onDelete }: DeleteWithCareProps) {
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <Button variant="subtle" onClick={() => setSure(true)}>
        {words.delete}
      </Button>
    );
  return (
    <div className="notice" role="alertdialog" aria-label={words.delete}>
      <p>{words.deleteSure}</p>
      <div className="actions">
        <Button variant="default" autoFocus onClick={() => setSure(false)}>
          {words.deleteNo}
        </Button>
        <Button
          variant="outline"
          onClick={() => {
            setSure(false);
            onDelete();
          }}
        >
          {words.deleteYes}
        </Button>
      </div>
    </div>
  );
}
