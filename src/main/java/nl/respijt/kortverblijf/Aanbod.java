package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.kortverblijf.BiedResultaat.AlBeantwoord;
import nl.respijt.kortverblijf.BiedResultaat.ContractVerlopen;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/** A house offers a bed, by all rules for an offer; within the transaction of whoever asks for it. */
@Singleton
final class Aanbod {
    /** domain.md: an offer holds the bed for 48 hours. */
    static final Duration GELDIG = Duration.ofDays(2);

    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final LogeerhuisRepository huizen;
    private final Contracten contracten;
    private final Aanmeldstappen stappen;
    private final Verblijfpost post;
    private final Klok klok;

    Aanbod(
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            LogeerhuisRepository huizen,
            Contracten contracten,
            Aanmeldstappen stappen,
            Verblijfpost post,
            Klok klok) {
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.huizen = huizen;
        this.contracten = contracten;
        this.stappen = stappen;
        this.post = post;
        this.klok = klok;
    }

    /**
     * In the first house that has the bed; of beds of one name the one in a house that can still answer.
     *
     * @param aanmelding whose row is held
     * @param eigen the providers who may offer
     */
    BiedResultaat doe(
            Handle handle,
            Verblijfsaanmelding aanmelding,
            String bedwoord,
            Verblijf verblijf,
            Set<UUID> eigen,
            String door,
            Instant nu) {
        var gevraagd = aanbiedingen.uitzettingen(handle, aanmelding).stream()
                .filter(uitzetting -> eigen.contains(uitzetting.aanbieder()))
                .sorted(Comparator.comparing(Uitzetting::isAf))
                .toList();
        if (gevraagd.isEmpty()) {
            return new BiedResultaat.Onbekend();
        }
        for (var uitzetting : gevraagd) {
            var huis = huizen.find(handle, uitzetting.huis(), klok.vandaag()).orElseThrow();
            var bed = huis.bedden().stream().filter(heet(bedwoord)).findFirst();
            if (bed.isPresent()) {
                return doe(handle, aanmelding, uitzetting, huis, bed.get(), verblijf, door, nu);
            }
        }
        return new BiedResultaat.BedOnbekend();
    }

    private static Predicate<Bed> heet(String bedwoord) {
        return bed -> bed.naam().equals(bedwoord) || bed.id().toString().equalsIgnoreCase(bedwoord);
    }

    private BiedResultaat doe(
            Handle handle,
            Verblijfsaanmelding aanmelding,
            Uitzetting uitzetting,
            Logeerhuis huis,
            Bed bed,
            Verblijf verblijf,
            String door,
            Instant nu) {
        if (!aanmelding.status().isOpen() || uitzetting.isAf()) {
            return new AlBeantwoord();
        }
        var eerder = aanbiedingen.van(handle, aanmelding.id()).stream()
                .filter(een -> een.isTeKiezen(nu))
                .filter(een -> een.bed().equals(bed.id()) && een.verblijf().equals(verblijf))
                .findFirst();
        if (eerder.isPresent()) {
            return new BiedResultaat.Aangeboden(eerder.get());
        }
        var verlooptOp = verlooptOp(verblijf, nu);
        if (!nu.isBefore(verlooptOp)) {
            return new BiedResultaat.AankomstVoorbij();
        }
        var regels = huis.regels();
        if (verblijf.aantal() < regels.minimaalNachten() || verblijf.aantal() > regels.maximaalNachten()) {
            return new BiedResultaat.TeKortOfTeLang(regels.minimaalNachten(), regels.maximaalNachten());
        }
        if (!regels.isAankomstdag(verblijf.van())) {
            return new BiedResultaat.NietOpAankomstdag();
        }
        var kenmerk = aanmeldingen.intake(handle, aanmelding.id()).flatMap(Intake::bedKenmerk);
        if (kenmerk.isPresent() && !bed.kenmerken().contains(kenmerk.get())) {
            return new BiedResultaat.BedPastNiet();
        }
        // Who records another end of the contract waits for this, or this for them.
        var contract = contracten.metSlot(handle, huis.aanbieder(), Contractdienst.VERBLIJF);
        if (contract.filter(een -> een.dekt(verblijf.laatsteNacht())).isEmpty()) {
            return new ContractVerlopen(contract.map(een -> een.tot()));
        }
        var aanbieding = new Aanbieding(
                Id.nieuw(nu),
                aanmelding.id(),
                huis.id(),
                huis.naam(),
                bed.id(),
                bed.naam(),
                verblijf,
                regels.versie(),
                Aanbieding.Status.AANGEBODEN,
                verlooptOp);
        aanbiedingen.insert(handle, aanbieding, door, nu);
        aanbiedingen.wordt(handle, uitzetting.id(), Uitzetting.Status.AANGEBODEN, nu);
        var wordt = stappen.stap(handle, aanmelding, Status.AANGEBODEN, door, nu);
        post.aanMantelzorger(handle, wordt, Verblijfpost.NIEUWS, nu);
        post.alsNogTeKiezen(handle, wordt, aanbieding, nu);
        return new BiedResultaat.Aangeboden(aanbieding);
    }

    /** 48 hours, and never longer than the day of arrival lasts. */
    private static Instant verlooptOp(Verblijf verblijf, Instant nu) {
        var lang = nu.plus(GELDIG);
        var aankomst = verblijf.eindeVanAankomst();
        return lang.isBefore(aankomst) ? lang : aankomst;
    }
}
