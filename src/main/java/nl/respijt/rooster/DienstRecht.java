package nl.respijt.rooster;

import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.recht.Handeling;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Relatie;
import nl.respijt.toegang.Rol;

/** How near a dienst or a calendar is to who asks for it; what that allows is said by the table of rights. */
final class DienstRecht {
    private DienstRecht() {}

    static boolean mag(Aanmelding wie, Handeling handeling, Dienst dienst) {
        var eigen = eigen(wie).filter(dienst.gastheer().id()::equals).isPresent();
        return Rechten.mag(wie.rol(), handeling, eigen ? Relatie.EIGEN : Relatie.ANDER);
    }

    /** A calendar is somebody's own when it is the roster of the gastheer who asks. */
    static boolean mag(Aanmelding wie, Handeling handeling, AgendaSoort soort, Optional<UUID> voor) {
        var eigen = soort == AgendaSoort.GASTHEER
                && eigen(wie)
                        .map(GastheerId::waarde)
                        .filter(id -> voor.filter(id::equals).isPresent())
                        .isPresent();
        return Rechten.mag(wie.rol(), handeling, eigen ? Relatie.EIGEN : Relatie.ANDER);
    }

    /** The question as far as this person may ask it; what they ask of somebody else is a question about nobody. */
    static Optional<DienstVraag> binnen(Aanmelding wie, DienstVraag vraag) {
        return Rechten.mag(wie.rol(), Handeling.DIENST_ZIEN, Relatie.ANDER)
                ? Optional.of(vraag)
                : eigen(wie).flatMap(vraag::vanAlleen);
    }

    /** Only a gastheer is one: the id of somebody else may mean another kind of person. */
    private static Optional<GastheerId> eigen(Aanmelding wie) {
        return wie.rol() == Rol.GASTHEER ? wie.persoonId().map(GastheerId::new) : Optional.empty();
    }
}
