import { TextInput } from '@mantine/core';

type MailFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (mail: string) => void;
  /** Whether it is the address of who writes it. */
  readonly own: boolean;
};

/** A field for a mail address. */
export function MailField({ label, value, error, onChange, own }: MailFieldProps) {
  return (
    <TextInput
      type="email"
      autoComplete={own ? 'email' : 'off'}
      required
      withAsterisk={false}
      maxLength={254}
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
