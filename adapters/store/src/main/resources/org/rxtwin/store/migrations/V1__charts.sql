-- A chart, the number of its last event, and the chart it leads to: itself while it lives.
CREATE TABLE chart (
  id ${text} PRIMARY KEY,
  last_seq ${int64} NOT NULL,
  survivor ${text} NOT NULL
);
CREATE INDEX chart_by_survivor ON chart (survivor);

-- Which messages were processed; kept as long as the message itself.
CREATE TABLE intake (
  application ${text} NOT NULL,
  facility ${text} NOT NULL,
  control_id ${text} NOT NULL,
  sha256 ${text} NOT NULL,
  message_id ${text} NOT NULL,
  PRIMARY KEY (application, facility, control_id, sha256)
);

CREATE TABLE message (
  id ${text} PRIMARY KEY,
  received_at ${text} NOT NULL,
  type ${text} NOT NULL,
  status ${text} NOT NULL,
  content ${bytes} NOT NULL
);

-- Append-only. Times are ISO 8601 in UTC with nine decimals, so that they sort as text.
CREATE TABLE event (
  chart ${text} NOT NULL,
  seq ${int64} NOT NULL,
  occurred_at ${text} NOT NULL,
  occurred_precision ${text} NOT NULL,
  occurred_original ${text} NOT NULL,
  recorded_at ${text} NOT NULL,
  message_id ${text} NOT NULL,
  json ${text} NOT NULL,
  PRIMARY KEY (chart, seq)
);
CREATE INDEX event_by_recording ON event (recorded_at, chart, seq);

CREATE TABLE alias (
  authority ${text} NOT NULL,
  identifier ${text} NOT NULL,
  chart ${text} NOT NULL,
  PRIMARY KEY (authority, identifier)
);

CREATE TABLE wake_up (
  chart ${text} NOT NULL,
  wake_key ${text} NOT NULL,
  due ${text} NOT NULL,
  PRIMARY KEY (chart, wake_key)
);
CREATE INDEX wake_up_by_due ON wake_up (due, chart, wake_key);

CREATE TABLE outbox (
  number ${serial},
  alert_id ${text} NOT NULL,
  version ${int64} NOT NULL,
  json ${text} NOT NULL,
  sent ${int64} NOT NULL
);
CREATE INDEX outbox_unsent ON outbox (number) WHERE sent = 0;
CREATE INDEX outbox_alert ON outbox (alert_id);

-- The last version of each alert.
CREATE TABLE alert (
  id ${text} PRIMARY KEY,
  version ${int64} NOT NULL,
  json ${text} NOT NULL
);

-- Disposable: may be emptied at any time.
CREATE TABLE snapshot (
  chart ${text} PRIMARY KEY,
  seq ${int64} NOT NULL,
  form ${text} NOT NULL,
  json ${text} NOT NULL
);
