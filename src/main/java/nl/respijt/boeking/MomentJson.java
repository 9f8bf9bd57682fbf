package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdzone;

/** A moment in the API. Begin and eind carry the local offset. */
@Serdeable
@Schema(name = "Moment", description = "Anything bookable at a time with a number of places")
public record MomentJson(
        UUID id,

        @Schema(
                type = "string",
                allowableValues = {"huis", "groep", "thuis", "verblijf"})
        String soort,

        String titel,

        @Schema(description = "The wijk it is in; of care at home the wijk that was asked for, or the first")
        String wijk,

        @Schema(description = "Every wijk it can be had in; of care at home often more than one")
        List<String> wijken,

        String plaats,
        LocalDate datum,

        @Schema(
                type = "string",
                allowableValues = {"ochtend", "middag", "avond"})
        String dagdeel,

        @Schema(description = "RFC 3339, local offset; of a stay from when one is welcome on the day of arrival")
        OffsetDateTime begin,

        @Schema(description = "RFC 3339, local offset; of a stay after the fewest nights one stays in that house")
        OffsetDateTime eind,

        @Schema(description = "Places; of a stay the beds of the house")
        int plaatsen,

        @Schema(description = "Places left; of a stay the beds that are free on all its nights")
        int vrij,

        @Schema(description = "Languages spoken, BCP 47") List<String> talen,
        boolean rolstoeltoegankelijk,

        @Schema(
                type = "string",
                allowableValues = {"open", "vervallen", "geweest"})
        String status,

        @Schema(description = "Published, and not to be booked before a contract is extended")
        boolean onderVoorbehoud) {

    /** The word for a stay, where the other words are of a {@link Soort}. */
    static final String VERBLIJF = "verblijf";

    public static MomentJson van(Moment moment, Instant nu) {
        return van(moment, moment.wijk(), nu);
    }

    /** As an answer to who asked for that wijk, in which it can be had. */
    static MomentJson van(Moment moment, String wijk, Instant nu) {
        return new MomentJson(
                moment.id().waarde(),
                moment.soort().woord(),
                moment.titel(),
                wijk,
                Stream.concat(Stream.of(moment.wijk()), moment.ookWijken().stream())
                        .distinct()
                        .toList(),
                moment.plaats(),
                moment.datum(),
                moment.dagdeel().woord(),
                Tijdzone.lokaal(moment.tijdvak().van()).toOffsetDateTime(),
                Tijdzone.lokaal(moment.tijdvak().tot()).toOffsetDateTime(),
                moment.plaatsen(),
                moment.vrij(),
                moment.talen(),
                moment.rolstoeltoegankelijk(),
                moment.status(nu),
                moment.voorbehoud());
    }

    /** Stays as they are found among moments. No language is known of them. */
    static MomentJson van(Logeermoment verblijf) {
        var begin = Tijdzone.lokaal(verblijf.tijdvak().van());
        return new MomentJson(
                verblijf.id().waarde(),
                VERBLIJF,
                verblijf.titel(),
                verblijf.wijk(),
                List.of(verblijf.wijk()),
                verblijf.plaats(),
                verblijf.datum(),
                Dagdeel.bij(begin.toLocalTime()).woord(),
                begin.toOffsetDateTime(),
                Tijdzone.lokaal(verblijf.tijdvak().tot()).toOffsetDateTime(),
                verblijf.bedden(),
                verblijf.vrij(),
                List.of(),
                verblijf.rolstoel(),
                "open",
                verblijf.voorbehoud());
    }
}
