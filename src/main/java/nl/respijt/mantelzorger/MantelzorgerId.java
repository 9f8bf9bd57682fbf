package nl.respijt.mantelzorger;

import java.util.UUID;

public record MantelzorgerId(UUID waarde) {}
