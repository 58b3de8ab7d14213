package org.saccade.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may import whom. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.saccade");

  private static final String SCHEMAS = "org.saccade.schemas..";
  private static final String OPERATORS = "org.saccade.operators..";
  private static final String CONNECTORS = "org.saccade.connectors..";
  private static final String SIMULATORS = "org.saccade.simulators..";
  private static final String METRICS = "org.saccade.metrics..";
  private static final String JOBS = "org.saccade.jobs..";
  private static final String FLINK = "org.apache.flink..";
  private static final String AVRO = "org.apache.avro..";
  private static final String KAFKA_CLIENTS = "org.apache.kafka..";

  private static void room(String room, String... mayImport) {
    String[] all = new String[mayImport.length + 4];
    System.arraycopy(mayImport, 0, all, 4, mayImport.length);
    all[0] = room;
    all[1] = "java..";
    all[2] = "javax..";
    all[3] = ""; // primitives and their arrays
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void schemasImportAvroAndForTheirTypesOnFlinksEdgesFlink() {
    room(SCHEMAS, AVRO, FLINK);
    noClasses()
        .that()
        .resideInAPackage(SCHEMAS)
        .and()
        .resideOutsideOfPackage("org.saccade.schemas.flink")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FLINK, "org.saccade.schemas.flink")
        .check(HOUSE);
  }

  @Test
  void operatorsImportSchemasAndFlink() {
    room(OPERATORS, SCHEMAS, FLINK, AVRO, "org.slf4j..", "org.jtransforms..");
  }

  @Test
  void connectorsImportSchemasKafkasClientsAndFlinksConnectors() {
    room(
        CONNECTORS,
        SCHEMAS,
        FLINK,
        KAFKA_CLIENTS,
        AVRO,
        "com.fasterxml.jackson..",
        "org.slf4j..",
        "com.github.luben.zstd..",
        "net.jpountz..",
        "io.jhdf..");
  }

  @Test
  void simulatorsImportSchemasAlone() {
    room(SIMULATORS, SCHEMAS);
  }

  @Test
  void theMetricsPluginKnowsFlinkAndMicrometerAlone() {
    room(METRICS, FLINK, "io.micrometer..", "com.sun.net.httpserver..");
  }

  @Test
  void noBrokerAndNoCommandLineReachesACluster() {
    noClasses()
        .that()
        .resideInAPackage(JOBS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.saccade.local..", SIMULATORS, "kafka..", "picocli..")
        .check(HOUSE);
  }

  @Test
  void batchesAndCodecsAreModelsThatImportNoAvro() {
    noClasses()
        .that()
        .resideInAnyPackage("org.saccade.schemas.batch..", "org.saccade.schemas.codec..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AVRO, FLINK, KAFKA_CLIENTS)
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCircles() {
    for (String room :
        new String[] {"schemas", "operators", "connectors", "simulators", "jobs", "local"}) {
      slices()
          .matching("org.saccade." + room + ".(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(HOUSE);
    }
  }

  @Test
  void nothingIsSerializedByJavasOwnSerialization() {
    noClasses()
        .that()
        .resideInAPackage("org.saccade..")
        .and()
        .resideOutsideOfPackage("org.saccade.schemas")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ObjectOutputStream.class)
        .check(HOUSE);
  }
}
