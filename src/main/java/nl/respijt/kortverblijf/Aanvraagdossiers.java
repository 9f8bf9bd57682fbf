package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/** Intakes for a stay as the desk sees them: who waits for whom, and of one all that is known, by every house's own rules. */
@Singleton
public final class Aanvraagdossiers {
    /** A list shows no more: whoever is looked for beyond it is found by name. */
    public static final int HOOGSTENS = 200;

    /** By what the list can be narrowed. */
    public enum Stand {
        OPEN(EnumSet.of(Status.INGEDIEND, Status.UITGEZET, Status.AANGEBODEN)),
        GEMEENTE(EnumSet.of(Status.GEACCEPTEERD)),
        ZEKER(EnumSet.of(Status.BEVESTIGD, Status.VERBLIJFT)),
        NIET_GELUKT(EnumSet.of(Status.AFGEWEZEN)),
        VOORBIJ(EnumSet.of(Status.AFGEROND, Status.INGETROKKEN, Status.VERLOPEN));

        @SuppressWarnings("ImmutableEnumChecker") // a set that nobody changes
        private final Set<Status> standen;

        Stand(Set<Status> standen) {
            this.standen = Set.copyOf(standen);
        }

        private String volgorde() {
            return this == OPEN || this == GEMEENTE
                    ? AanmeldingRepository.WIE_WACHT_EERST
                    : AanmeldingRepository.NIEUWSTE_EERST;
        }

        public String woord() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One in the list.
     *
     * @param begonnen when the first question was answered
     * @param wachtOp houses that did not answer yet
     * @param zwijgt houses that are late
     * @param bieden houses that offer a bed
     */
    public record Regel(
            Verblijfsaanmelding aanmelding, Instant begonnen, int wachtOp, int zwijgt, int bieden, Wmotermijn wmo) {
        public boolean isSpoed() {
            return aanmelding.urgentie() == Urgentie.NU && aanmelding.status().isOpen();
        }
    }

    /** A house, what it can do now, and what it was asked. */
    public record Huis(Uitkomst uitkomst, Optional<Uitzetting> uitzetting) {
        /** Whether asking it, again or at all, can change something. */
        public boolean isTeVragen() {
            return uitzetting
                    .map(Uitzetting::status)
                    .filter(status -> status == Uitzetting.Status.GEVRAAGD || status == Uitzetting.Status.AANGEBODEN)
                    .isEmpty();
        }
    }

    /** @param zorg what they answered; empty once it was wiped */
    public record Dossier(
            Verblijfsaanmelding aanmelding,
            Instant begonnen,
            Optional<Intake> zorg,
            List<Huis> huizen,
            List<Aanbieding> boden,
            Wmotermijn wmo,
            List<Gebeurtenis> stappen) {}

    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final Uitkomsten uitkomsten;
    private final Verblijfpost post;
    private final Klok klok;

    Aanvraagdossiers(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            Uitkomsten uitkomsten,
            Verblijfpost post,
            Klok klok) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.uitkomsten = uitkomsten;
        this.post = post;
        this.klok = klok;
    }

    /** Of what goes on spoed first, then who began first; of the rest what changed last. */
    public List<Regel> lijst(Stand stand) {
        return transacties.lees(handle -> {
            var gevonden = aanmeldingen.lijst(handle, stand.standen, stand.volgorde(), HOOGSTENS);
            var huizen = aanbiedingen.stand(
                    handle, gevonden.stream().map(een -> een.aanmelding().id()).toList());
            var regels = new ArrayList<Regel>();
            for (var een : gevonden) {
                var id = een.aanmelding().id();
                var per = huizen.getOrDefault(id, Map.of());
                regels.add(new Regel(
                        een.aanmelding(),
                        een.op(),
                        per.getOrDefault(Uitzetting.Status.GEVRAAGD, 0),
                        per.getOrDefault(Uitzetting.Status.VERLOPEN, 0),
                        per.getOrDefault(Uitzetting.Status.AANGEBODEN, 0),
                        aanmeldingen.termijn(handle, id)));
            }
            return List.copyOf(regels);
        });
    }

    public Optional<Dossier> find(UUID id) {
        return transacties.lees(handle -> aanmeldingen.find(handle, id).map(wie -> dossier(handle, wie)));
    }

    private Dossier dossier(Handle handle, Verblijfsaanmelding wie) {
        var zorg = aanmeldingen.intake(handle, wie.id());
        var gevraagd = aanbiedingen.uitzettingen(handle, wie);
        return new Dossier(
                wie,
                aanmeldingen.begonnen(handle, wie.id()),
                zorg,
                zorg.map(intake -> uitkomsten.voor(handle, wie.id(), intake)).orElse(List.of()).stream()
                        .map(uitkomst -> new Huis(uitkomst, bij(gevraagd, uitkomst.huis())))
                        .toList(),
                aanbiedingen.van(handle, wie.id()),
                aanmeldingen.termijn(handle, wie.id()),
                post.stappen(handle, wie.id()));
    }

    private static Optional<Uitzetting> bij(Collection<Uitzetting> gevraagd, Logeerhuis huis) {
        return gevraagd.stream().filter(een -> een.huis().equals(huis.id())).findFirst();
    }

    /** Whether it is work of today: it goes on, or nothing was found for nights to come. */
    public boolean isLopend(Verblijfsaanmelding aanmelding) {
        var vandaag = klok.vandaag();
        return aanmelding.status().isOpen()
                || aanmelding.status().isGast()
                || (aanmelding.status() == Status.AFGEWEZEN
                        && !aanmelding.verblijf().tot().isBefore(vandaag));
    }
}
