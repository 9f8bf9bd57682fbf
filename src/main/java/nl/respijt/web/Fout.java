package nl.respijt.web;

import io.micronaut.serde.annotation.Serdeable;

/** One fault in what somebody sent: the field, and in plain words what to do about it. */
@Serdeable
public record Fout(String veld, String melding) {}
