package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.database.Transacties;
import nl.respijt.inzage.Gezien;
import nl.respijt.kortverblijf.Terugblik.Oordeel;
import nl.respijt.kortverblijf.Terugblik.Wie;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Klok;

/** One question after a stay: how was it? To the carer and to the guest, for the makelaar to see beside the provider. */
@Singleton
public final class Terugblikken {
    /** domain.md: counts under five are not shown. */
    public static final int MINSTENS = 5;

    private static final int REGELS = 10;

    /** How often each was said; empty where that is too seldom to be shown. */
    public record Telling(Wie wie, Map<Oordeel, Integer> aantallen) {
        public Telling {
            aantallen = Map.copyOf(aantallen);
        }

        public Optional<Integer> aantal(Oordeel oordeel) {
            return Optional.ofNullable(aantallen.get(oordeel)).filter(aantal -> aantal >= MINSTENS);
        }
    }

    /** What was said of the houses of one provider; {@code gezien} is of whom somebody sees it. */
    public record Beeld(List<Telling> tellingen, List<Terugblik> regels, List<Gezien> gezien) {
        public boolean isLeeg() {
            return tellingen.stream().allMatch(telling -> telling.aantallen().isEmpty());
        }
    }

    private final Transacties transacties;
    private final TerugblikRepository terugblikken;
    private final AanmeldingRepository aanmeldingen;
    private final Aanmeldingslot slot;
    private final LogeerbeurtRepository beurten;
    private final Klok klok;

    Terugblikken(
            Transacties transacties,
            TerugblikRepository terugblikken,
            AanmeldingRepository aanmeldingen,
            Aanmeldingslot slot,
            LogeerbeurtRepository beurten,
            Klok klok) {
        this.transacties = transacties;
        this.terugblikken = terugblikken;
        this.aanmeldingen = aanmeldingen;
        this.slot = slot;
        this.beurten = beurten;
        this.klok = klok;
    }

    /** What was answered about this stay. */
    public Map<Wie, Terugblik> van(UUID aanmelding) {
        return transacties.lees(handle -> terugblikken.van(handle, aanmelding));
    }

    /** Of a stay that is over. */
    public static boolean isTeVragen(Logeerbeurt beurt) {
        return beurt.aanmelding().status() == Status.AFGEROND && !beurt.nietGekomen();
    }

    /** False when there is nothing to look back on. Saying it again takes the place of what was said. */
    public boolean antwoord(UUID aanmelding, Wie wie, Oordeel oordeel, Optional<String> regel) {
        return transacties.schrijf(handle -> slot.neem(handle, aanmelding)
                .flatMap(over -> beurten.find(handle, over))
                .filter(Terugblikken::isTeVragen)
                .map(beurt -> {
                    terugblikken.zet(handle, beurt.aanmelding(), new Terugblik(wie, oordeel, regel, klok.instant()));
                    return true;
                })
                .orElse(false));
    }

    /** Of all stays with this provider. */
    public Beeld bij(UUID aanbieder) {
        return transacties.lees(handle -> {
            var regels = terugblikken.regels(handle, aanbieder, REGELS);
            return new Beeld(
                    Stream.of(Wie.values())
                            .map(wie -> new Telling(wie, terugblikken.tel(handle, aanbieder, wie)))
                            .toList(),
                    regels.stream()
                            .map(TerugblikRepository.MetAanmelding::terugblik)
                            .toList(),
                    aanmeldingen
                            .alle(
                                    handle,
                                    regels.stream()
                                            .map(TerugblikRepository.MetAanmelding::aanmelding)
                                            .toList())
                            .values()
                            .stream()
                            .map(Verblijfsaanmelding::gezien)
                            .toList());
        });
    }
}
