package nl.respijt.gemeente;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Until when a provider is contracted. Nothing is planned after {@code tot} until an extension is recorded.
 *
 * @param tot the last day
 * @param verlengbaarTot the last day when every option to extend is taken
 */
public record Contract(LocalDate tot, Optional<LocalDate> verlengbaarTot) {}
