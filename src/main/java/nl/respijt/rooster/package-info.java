/**
 * Who opens the house: a gastheer is a volunteer, a dienst is one gastheer on one openstelling. {@link
 * nl.respijt.rooster.RoosterService} plans, takes off, hands over and swaps; each gastheer reads the own diensten in a
 * calendar, or gets each as an invitation ({@link nl.respijt.rooster.Uitnodigingen}) and answers it in a calendar
 * program ({@link nl.respijt.rooster.AgendaAntwoorden}) or by the link in a mail. An openstelling is seen here as a {@link nl.respijt.boeking.Moment} of a house, and nothing more.
 */
@NullMarked
package nl.respijt.rooster;

import org.jspecify.annotations.NullMarked;
