package nl.respijt.rooster;

import nl.respijt.boeking.Moment;

/**
 * An openstelling that a gastheer could take: with nobody yet, or with one where two are better. {@code past} says
 * whether it is on a dagdeel on which this gastheer said to be able.
 */
public record OpenDienst(Moment moment, int gastheren, boolean past) {}
