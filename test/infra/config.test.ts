import { describe, expect, it } from 'vitest';
import { stageConfig } from '../../infra/aws/config.ts';

describe('the configuration of a stage', () => {
  it('is the pilot’s when none is named', () => {
    expect(stageConfig({})).toMatchObject({ stage: 'pilot', keepsData: true, region: 'ap-southeast-1' });
  });

  it('takes from the context who runs it and where', () => {
    expect(
      stageConfig({ stage: 'dev', alarmEmail: 'a@b.vn', domain: 'thuocdo.example', certificateArn: 'arn' }),
    ).toMatchObject({
      stage: 'dev',
      alarmEmail: 'a@b.vn',
      domain: { name: 'thuocdo.example', certificateArn: 'arn' },
    });
  });

  it('keeps answers for 24 months and comments for 12', () => {
    expect(stageConfig({}).retention).toEqual({ responseMonths: 24, commentMonths: 12 });
  });

  it('names the stages there are when asked for another', () => {
    expect(() => stageConfig({ stage: 'prod' })).toThrow('no stage "prod": choose one of dev, pilot');
  });

  it('refuses a domain without a certificate, and an address that is none', () => {
    expect(() => stageConfig({ domain: 'thuocdo.example' })).toThrow('together');
    expect(() => stageConfig({ alarmEmail: 'operator' })).toThrow('e-mail');
  });
});
