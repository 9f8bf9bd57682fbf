package nl.respijt.bericht;

import java.util.UUID;

/** A mail as it goes over the wire. Its id is the one of the bericht, so that a repeat is known as one. */
@SuppressWarnings("ArrayRecordComponent") // lives from making to sending; nobody compares or keeps it
record Mail(UUID id, String messageId, String aan, String onderwerp, byte[] ruw) {}
