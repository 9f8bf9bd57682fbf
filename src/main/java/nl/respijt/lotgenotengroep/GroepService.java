package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Plek;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.recht.Handeling;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Relatie;
import nl.respijt.toegang.Rol;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The groups, who leads them, and what is said of them. When and where they meet is changed by {@link GroepPlanning}. */
@Singleton
public final class GroepService {
    /** Somebody who leads a group, or may. */
    public record Coordinator(UUID persoonId, String naam) {}

    private final Transacties transacties;
    private final GroepRepository groepen;
    private final Bijeenkomsten bijeenkomsten;
    private final MomentService momenten;
    private final Deelnames deelnames;
    private final Gevolgen gevolgen;
    private final Klok klok;

    GroepService(
            Transacties transacties,
            GroepRepository groepen,
            Bijeenkomsten bijeenkomsten,
            MomentService momenten,
            Deelnames deelnames,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.groepen = groepen;
        this.bijeenkomsten = bijeenkomsten;
        this.momenten = momenten;
        this.deelnames = deelnames;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** By name. */
    public List<Lotgenotengroep> alle() {
        return transacties.lees(groepen::alle);
    }

    /** Those that a stranger may find, by name. */
    public List<Lotgenotengroep> teVinden() {
        return alle().stream().filter(Lotgenotengroep::isTeVinden).toList();
    }

    public Optional<Lotgenotengroep> find(UUID id) {
        return transacties.lees(handle -> groepen.find(handle, id));
    }

    /** The groups that somebody leads. */
    public List<Lotgenotengroep> geleidDoor(UUID persoon) {
        return transacties.lees(handle -> groepen.geleidDoor(handle, persoon));
    }

    /** The group as far as whoever is signed in may do this with it; what they may not is not there. */
    public Optional<Lotgenotengroep> find(UUID id, Aanmelding wie, Handeling handeling) {
        return transacties.lees(handle -> groepen.find(handle, id).filter(groep -> {
            var eigen = wie.rol() == Rol.GROEPSCOORDINATOR
                    && wie.persoonId()
                            .filter(persoon -> groepen.leidt(handle, groep.id(), persoon))
                            .isPresent();
            return Rechten.mag(wie.rol(), handeling, eigen ? Relatie.EIGEN : Relatie.ANDER);
        }));
    }

    /** The lines that hold today or later, of each group. */
    public Map<UUID, List<Ritmelijn>> ritmes() {
        var vandaag = klok.vandaag();
        return transacties.lees(groepen::ritmes).stream()
                .filter(lijn ->
                        lijn.ritme().tot().filter(tot -> !tot.isAfter(vandaag)).isEmpty())
                .collect(Collectors.groupingBy(Ritmelijn::groepId));
    }

    public List<Ritmelijn> ritmes(UUID groep) {
        return ritmes().getOrDefault(groep, List.of());
    }

    /** What a group has to come, first one first; also what lapsed. */
    public List<Moment> komende(UUID groep, int aantal) {
        return momenten.zoek(komend(klok.instant()).bron(groep).ookVervallen().vraag(), new MomentVraag.Blad(1, aantal))
                .momenten();
    }

    /** When it meets first. */
    public Optional<Moment> eerstvolgende(UUID groep) {
        return momenten.zoek(komend(klok.instant()).bron(groep).vraag(), new MomentVraag.Blad(1, 1)).momenten().stream()
                .findFirst();
    }

    /** When each group meets first. */
    public Map<UUID, Moment> eerstvolgende() {
        return momenten.zoek(komend(klok.instant()).vraag(), new MomentVraag.Blad(1, 10_000)).momenten().stream()
                .collect(Collectors.toMap(Moment::bronId, Function.identity(), (eerste, _) -> eerste));
    }

    private static MomentVraag.Wens komend(Instant nu) {
        var tot = Tijdzone.beginVan(Tijdzone.datum(nu).plusYears(2));
        return MomentVraag.tussen(nu, tot).soort(Soort.GROEP).ookBesloten();
    }

    /** The group and the moment, when it is one of its bijeenkomsten. */
    public Optional<Moment> bijeenkomst(UUID groep, nl.respijt.boeking.MomentId id) {
        return momenten.find(id)
                .filter(moment ->
                        moment.soort() == Soort.GROEP && moment.bronId().equals(groep));
    }

    /** Who leads each group, by name. */
    public Map<UUID, List<Coordinator>> coordinatoren() {
        return transacties.lees(groepen::coordinatoren).stream()
                .collect(Collectors.groupingBy(
                        GroepRepository.CoordinatorRij::groepId,
                        Collectors.mapping(rij -> new Coordinator(rij.persoonId(), rij.naam()), Collectors.toList())));
    }

    /** Accounts of coordinators who do not lead this group yet. */
    public List<Coordinator> mogelijkeCoordinatoren(UUID groep) {
        return transacties.lees(handle -> groepen.mogelijkeCoordinatoren(handle, groep)).stream()
                .map(rij -> new Coordinator(rij.persoonId(), rij.naam()))
                .toList();
    }

    /** False when that is nobody who may lead a group, or already does lead this one. */
    public boolean koppel(UUID groep, UUID persoon) {
        return transacties.schrijf(handle -> groepen.koppel(handle, groep, persoon));
    }

    public void ontkoppel(UUID groep, UUID persoon) {
        transacties.schrijf(handle -> {
            groepen.ontkoppel(handle, groep, persoon);
            return groep;
        });
    }

    /** A new group with its rhythm; its bijeenkomsten are there at once. */
    public GroepResultaat maak(Groepskaart kaart, Plek plek, Ritme ritme, Uren uren, boolean zonderSchoolvakanties) {
        var id = Id.nieuw(klok.instant());
        var groep = groep(id, kaart, plek, 0, false, 0);
        var gemaakt = transacties.schrijf(handle -> {
            if (!groepen.insert(handle, groep)) {
                return false;
            }
            groepen.insert(handle, new Ritmelijn(Id.nieuw(klok.instant()), id, ritme, uren, zonderSchoolvakanties));
            bijeenkomsten.planVooruit(handle);
            return true;
        });
        gevolgen.na();
        return gemaakt ? new GroepResultaat.Gedaan(groep) : new GroepResultaat.NaamBestaat();
    }

    /** What is to come follows: for how many there is room, which languages, and whether strangers find it. */
    public GroepResultaat wijzig(UUID id, Groepskaart kaart) {
        try {
            var resultaat = transacties.schrijf(handle -> groepen.findVoorWijziging(handle, id)
                    .map(was -> wijzig(handle, was, kaart))
                    .orElseGet(GroepResultaat.Onbekend::new));
            gevolgen.na();
            return resultaat;
        } catch (JdbiException fout) {
            if (Schending.van(fout)
                    .filter(schending -> schending.schendt("lotgenotengroep_naam_uniek"))
                    .isPresent()) {
                return new GroepResultaat.NaamBestaat();
            }
            throw fout;
        }
    }

    private GroepResultaat wijzig(Handle handle, Lotgenotengroep was, Groepskaart kaart) {
        if (kaart.grootte() < was.deelnemers()) {
            return new GroepResultaat.TeKlein(was.deelnemers());
        }
        var wordt = groep(was.id(), kaart, was.plek(), was.deelnemers(), was.voorbeeld(), was.versie());
        groepen.wijzig(handle, wordt);
        momenten.pasAan(handle, was.id(), wordt.grootte(), wordt.talen(), !wordt.openVoorNieuwe());
        deelnames.bijMeerRuimte(handle, was.id(), klok.instant());
        return new GroepResultaat.Gedaan(wordt);
    }

    private static Lotgenotengroep groep(
            UUID id, Groepskaart kaart, Plek plek, int deelnemers, boolean voorbeeld, int versie) {
        return new Lotgenotengroep(
                id,
                kaart.naam(),
                kaart.soort(),
                kaart.doelgroep(),
                kaart.uitleg(),
                kaart.talen(),
                plek,
                kaart.grootte(),
                deelnemers,
                kaart.status(),
                kaart.openVoorNieuwe(),
                kaart.alleenVrouwen(),
                kaart.kennismaking(),
                voorbeeld,
                kaart.afspraken(),
                kaart.hulpNaam(),
                kaart.hulpTelefoon(),
                versie);
    }
}
